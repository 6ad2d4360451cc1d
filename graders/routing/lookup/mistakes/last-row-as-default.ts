export function lookup(table: Route[], dst: Ip): Route | null {
  const found = table
    .filter((route) => matches(route, dst))
    .sort((a, b) => lengthOf(b) - lengthOf(a) || a.metric - b.metric);
  return found[0] ?? table[table.length - 1] ?? null;
}

function lengthOf(route: Route): number {
  return Number(route.dest.split("/")[1]);
}

function matches(route: Route, dst: Ip): boolean {
  const [network, length] = route.dest.split("/");
  const size = 2 ** (32 - Number(length));
  return Math.floor(toNumber(network) / size) === Math.floor(toNumber(dst) / size);
}

function toNumber(ip: Ip): number {
  return ip.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
}
