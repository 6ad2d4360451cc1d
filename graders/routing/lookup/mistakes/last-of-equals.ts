export function lookup(table: Route[], dst: Ip): Route | null {
  let best: Route | null = null;
  for (const route of table) {
    if (!matches(route, dst)) continue;
    const longer = best === null || lengthOf(route) > lengthOf(best);
    if (best === null || longer || (lengthOf(route) === lengthOf(best) && route.metric <= best.metric)) {
      best = route;
    }
  }
  return best;
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
