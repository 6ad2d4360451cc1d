export function lookup(table: Route[], dst: Ip): Route | null {
  let best: Route | null = null;
  for (const route of table) {
    const [network, length] = route.dest.split("/");
    const count = Math.floor(Number(length) / 8);
    const parts = network.split(".").slice(0, count);
    if (parts.some((part, i) => part !== dst.split(".")[i])) continue;
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

function lengthOf(route: Route): number {
  return Number(route.dest.split("/")[1]);
}
