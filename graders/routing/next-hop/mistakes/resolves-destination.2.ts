export function nextHop(host: Host, route: Route, dst: Ip): { iface: string; resolve: Ip | null } {
  return { iface: route.iface, resolve: dst };
}
