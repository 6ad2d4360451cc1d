export function nextHop(host: Host, route: Route, dst: Ip): { iface: string; resolve: Ip | null } {
  const { iface, gateway } = route;
  const out = host.ifaces.find(({ name }) => name === iface);
  const isMine = host.ifaces.some(({ ip }) => ip === gateway);
  const connected = gateway === null || gateway === "0.0.0.0" || isMine;
  if (out?.pointToPoint && gateway === null) return { iface, resolve: null };
  return { iface, resolve: connected ? dst : gateway };
}
