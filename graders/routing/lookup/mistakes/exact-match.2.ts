export function lookup(table: Route[], dst: Ip): Route | null {
  return table.find((route) => route.dest === dst || route.dest === `${dst}/32`) ?? null;
}
