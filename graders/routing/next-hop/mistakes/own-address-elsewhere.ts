export function nextHop(host: Host, route: Route, dst: Ip): { iface: string; resolve: Ip | null } {
  const { iface, gateway } = route;
  const out = host.ifaces.find(({ name }) => name === iface);
  if (out?.pointToPoint) return { iface, resolve: null };
  const connected = gateway === null || gateway === "0.0.0.0" || gateway === out?.ip;
  return { iface, resolve: connected ? dst : gateway };
}
