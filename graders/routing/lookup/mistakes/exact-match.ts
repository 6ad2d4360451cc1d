export function lookup(table: Route[], dst: Ip): Route | null {
  const byDestination = new Map(table.map((route) => [route.dest.split("/")[0], route]));
  return byDestination.get(dst) ?? byDestination.get("0.0.0.0") ?? null;
}
