export function nextHop(host: Host, route: Route, dst: Ip): { iface: string; resolve: Ip | null } {
  const out = host.ifaces[0];
  if (out.pointToPoint) return { iface: out.name, resolve: null };
  const { gateway } = route;
  const isMine = host.ifaces.some(({ ip }) => ip === gateway);
  const connected = gateway === null || gateway === "0.0.0.0" || isMine;
  return { iface: out.name, resolve: connected ? dst : gateway };
}
