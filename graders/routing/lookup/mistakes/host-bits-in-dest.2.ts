export function lookup(table: Route[], dst: Ip): Route | null {
  let best: Route | null = null;
  for (const route of table) {
    if (!matches(route, dst)) continue;
    if (
      best === null ||
      lengthOf(route) > lengthOf(best) ||
      (lengthOf(route) === lengthOf(best) && route.metric < best.metric)
    ) {
      best = route;
    }
  }
  return best;
}

function matches(route: Route, dst: Ip): boolean {
  const [network, length] = route.dest.split("/");
  const first = toNumber(network);
  return toNumber(dst) >= first && toNumber(dst) < first + 2 ** (32 - Number(length));
}

function lengthOf(route: Route): number {
  return Number(route.dest.split("/")[1]);
}

function toNumber(ip: Ip): number {
  return ip.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
}
