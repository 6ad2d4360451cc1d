export function lookup(table: Route[], dst: Ip): Route | null {
  let found: Route | null = null;
  for (const route of table) {
    if (matches(route, dst)) found = route;
  }
  return found;
}

function matches(route: Route, dst: Ip): boolean {
  const [network, length] = route.dest.split("/");
  const size = 2 ** (32 - Number(length));
  return Math.floor(toNumber(network) / size) === Math.floor(toNumber(dst) / size);
}

function toNumber(ip: Ip): number {
  return ip.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
}
