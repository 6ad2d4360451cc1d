export function lookup(table: Route[], dst: Ip): Route | null {
  const exact = table.find((route) => route.dest.split("/")[0] === dst);
  const byDefault = table.find((route) => route.dest === "0.0.0.0/0");
  return exact ?? byDefault ?? null;
}
