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
const lpm: Suite = (document) =>
  report(
    z
      .object({ vectors: z.array(table) })
      .parse(document)
      .vectors.flatMap((vector) => {
        const routes = routesOf(vector);
        return vector.queries.map((query) => {
          const { address: destination, ...expected } = "match" in query ? { metric: 0, ...query } : query;
          const actual = answer(lookupRoute(routes, address(destination)));
          return { input: { table: vector.table, address: destination }, expected, actual };
        });
      }),
  );

/** One line a route, "prefix gateway dev", and a query, "address match gateway dev" or "address no-route". */
const lines = z.object({
  table: z.string(),
  routes: z.array(z.string().regex(/^\S+ \S+ \S+$/)),
  queries: z.array(z.string().regex(/^\S+ (no-route|\S+ \S+ \S+)$/)),
});

const lpmBgp: Suite = (document) =>
  report(
    z
      .object({ vectors: z.array(lines) })
      .parse(document)
      .vectors.flatMap(({ table: name, routes, queries }) => {
        const rows = routes.map((line): Route => {
          const [destination = "", gateway = "", dev = ""] = line.split(" ");
          const to = { destination: prefix(destination), gateway: address(gateway) };
          return { kind: "unicast", ...to, interface: dev, metric: 0 };
        });
        return queries.map((line) => {
          const [destination = ""] = line.split(" ");
          const route = lookupRoute(rows, address(destination));
          const found =
            route?.kind === "unicast" && route.gateway !== null
              ? `${formatPrefix(route.destination)} ${formatIpAddress(route.gateway)} ${route.interface}`
              : "no-route";
          return { input: { table: name, query: line }, expected: line, actual: `${destination} ${found}` };
        });
      }),
  );

function report(queries: readonly { input: unknown; expected: unknown; actual: unknown }[]): Report {
  const wrong = queries.filter(({ expected, actual }) => !isDeepStrictEqual(actual, expected));
  return {
    passed: queries.length - wrong.length,
    notScored: 0,
    failures: wrong.map(({ input, expected, actual }) => ({
      input,
      checks: [same("route", expected, actual)],
    })),
    faulty: [],
  };
}

export const netRouting: Readonly<Record<string, Suite>> = { "net/lpm.json": lpm };

export const lpmUpstream: Readonly<Record<string, Suite>> = { "net/lpm-bgp.json": lpmBgp };
