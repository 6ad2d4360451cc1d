export function nextHop(host: Host, route: Route, dst: Ip): { iface: string; resolve: Ip | null } {
  const { iface, gateway } = route;
  const out = host.ifaces.find(({ name }) => name === iface);
  if (out?.pointToPoint) return { iface, resolve: null };
  return { iface, resolve: gateway ?? dst };
}
