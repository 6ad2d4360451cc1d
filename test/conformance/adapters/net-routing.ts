import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { lookupRoute, type Route } from "#net/stack/routing-table.ts";
import { formatIpAddress, formatPrefix } from "#net/wire/prefix.ts";
import { address, prefix } from "../addresses.ts";
import { same, type Report, type Suite } from "../suite.ts";

const table = z.object({
  table: z.string(),
  family: z.union([z.literal(4), z.literal(6)]),
  routes: z.array(
    z.discriminatedUnion("type", [
      z.object({
        prefix: z.string(),
        type: z.literal("unicast"),
        metric: z.int(),
        gateway: z.string(),
        dev: z.string(),
      }),
      z.object({
        prefix: z.string(),
        type: z.enum(["blackhole", "unreachable", "prohibit"]),
        metric: z.int(),
      }),
    ]),
  ),
  queries: z.array(
    z.union([
      z.object({ address: z.string(), result: z.string() }),
      z.object({
        address: z.string(),
        match: z.string(),
        gateway: z.string(),
        dev: z.string(),
        metric: z.int().optional(),
      }),
    ]),
  ),
});
type Table = z.infer<typeof table>;

const routesOf = ({ family, routes }: Table): Route[] =>
  routes.map((row) => {
    // Linux takes an IPv6 metric of 0 as 1024 (IP6_RT_PRIO_USER).
    const metric = family === 6 && row.metric === 0 ? 1024 : row.metric;
    const destination = prefix(row.prefix);
    return row.type === "unicast"
      ? { kind: row.type, destination, metric, gateway: address(row.gateway), interface: row.dev }
      : { kind: row.type, destination, metric };
  });

const answer = (route: Route | null): Record<string, unknown> => {
  if (route === null) return { result: "no-route" };
  if (route.kind !== "unicast") return { result: route.kind };
  return {
    match: formatPrefix(route.destination),
    gateway: route.gateway === null ? null : formatIpAddress(route.gateway),
    dev: route.interface,
    metric: route.metric,
  };
};

/** Every query counts as one vector. */
const lpm: Suite = (document) => {
  const report = { passed: 0, notScored: 0, failures: [] as Report["failures"][number][], faulty: [] };
  for (const vector of z.object({ vectors: z.array(table) }).parse(document).vectors) {
    const routes = routesOf(vector);
    for (const query of vector.queries) {
      const { address: destination, ...expected } = "match" in query ? { metric: 0, ...query } : query;
      const actual = answer(lookupRoute(routes, address(destination)));
      if (isDeepStrictEqual(actual, expected)) report.passed++;
      else {
        report.failures.push({
          input: { table: vector.table, address: destination },
          checks: [same("route", expected, actual)],
        });
      }
    }
  }
  return report;
};

export const netRouting: Readonly<Record<string, Suite>> = { "net/lpm.json": lpm };
