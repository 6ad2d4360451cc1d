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
  const mask = 0xffffffff << (32 - Number(length)); // pour /0, le décalage de 32 ne décale rien
  return (toNumber(network) & mask) === (toNumber(dst) & mask);
}

function lengthOf(route: Route): number {
  return Number(route.dest.split("/")[1]);
}

function toNumber(ip: Ip): number {
  return ip.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
}
