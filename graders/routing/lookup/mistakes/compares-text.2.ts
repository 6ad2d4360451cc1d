export function lookup(table: Route[], dst: Ip): Route | null {
  let best: Route | null = null;
  for (const route of table) {
    const start = route.dest.split("/")[0].replace(/(\.0)+$/, "");
    if (route.dest !== "0.0.0.0/0" && !dst.startsWith(start)) continue;
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
