export function nextHop(host: Host, route: Route, dst: Ip): { iface: string; resolve: Ip | null } {
  const { gateway } = route;
  const out = host.ifaces.find(({ name }) => name === route.iface);
  if (out === undefined || out.ip === null || out.pointToPoint) return { iface: route.iface, resolve: null };
  const size = 2 ** (32 - out.prefix);
  const sameNetwork = Math.floor(toNumber(out.ip) / size) === Math.floor(toNumber(dst) / size);
  return { iface: route.iface, resolve: sameNetwork || gateway === null ? dst : gateway };
}

function toNumber(ip: Ip): number {
  return ip.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
}
