export function nextHop(host: Host, route: Route, dst: Ip): { iface: string; resolve: Ip | null } {
  const { iface, gateway } = route;
  const out = host.ifaces.find(({ name }) => name === iface);
  // Deux bouts seulement : ce qui entre d'un côté sort de l'autre, sans adresse MAC.
  if (out?.pointToPoint) return { iface, resolve: null };

  const isMine = host.ifaces.some(({ ip }) => ip === gateway); // l'ancien affichage de « connecté »
  const connected = gateway === null || gateway === "0.0.0.0" || isMine;
  return { iface, resolve: connected ? dst : gateway };
}
