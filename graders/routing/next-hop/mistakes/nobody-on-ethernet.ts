export function nextHop(host: Host, route: Route, dst: Ip): { iface: string; resolve: Ip | null } {
  const { iface, gateway } = route;
  const out = host.ifaces.find(({ name }) => name === iface);
  if (out?.pointToPoint) return { iface, resolve: null };
  const isMine = host.ifaces.some(({ ip }) => ip === gateway);
  if (gateway === "0.0.0.0" || isMine) return { iface, resolve: dst };
  return { iface, resolve: gateway };
}
