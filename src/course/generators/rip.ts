import { built, type Draw } from "./built.ts";
import { simplerLists } from "./lists.ts";
import { preferring, simplifyRecord, smallerNumbers, towardZero, type Simplify } from "./simplify.ts";
import { withShrinks } from "./with-shrinks.ts";
import type { Arbitrary } from "fast-check";

export type RipAdvert = { dest: Cidr; metric: number }[];
export type RipCase = [table: RipRoute[], neighbour: Ip, advert: RipAdvert, now: number];

const networks = ["10.0.1.0/24", "10.0.2.0/24", "10.0.3.0/24", "10.0.4.0/24", "10.0.5.0/24"] as const;
const neighbours = ["192.168.0.2", "192.168.0.3", "192.168.0.4"] as const;

const metric = (draw: Draw): number =>
  draw.chance(40) ? draw.oneOf([1, 13, 14, 15, 16]) : 1 + draw.below(16);

function drawCase(draw: Draw): RipCase {
  const now = 180 + draw.below(60);
  const known = networks.filter(() => draw.chance(60));
  const table = known.map((dest): RipRoute => {
    const updatedAt = now - draw.below(180);
    if (draw.chance(20)) return { dest, via: null, metric: 1, updatedAt: 0 };
    return { dest, via: draw.oneOf(neighbours), metric: metric(draw), updatedAt };
  });
  const advert = networks
    .filter(() => draw.chance(60))
    .map((dest) => {
      const mine = table.find((route) => route.dest === dest)?.metric ?? 16;
      // As good as ours is one less than our metric: the case that a comparison gets wrong.
      return { dest, metric: draw.chance(35) ? Math.max(1, mine - draw.below(3)) : metric(draw) };
    });
  return [draw.chance(50) ? table : table.toReversed(), draw.oneOf(neighbours), advert, now];
}

const metricRule = preferring([1, 2, 16, 15], smallerNumbers);

const routeRules: { readonly [K in keyof Omit<RipRoute, "dest">]: Simplify<RipRoute[K]> } = {
  via: preferring<Ip | null>(["192.168.0.2", "192.168.0.3", null]),
  metric: metricRule,
  updatedAt: towardZero,
};

function* simplerCases([table, neighbour, advert, now]: RipCase): Iterable<RipCase> {
  for (const fewer of simplerLists(advert)) yield [table, neighbour, fewer, now];
  const simplerRoutes = function* ({ dest, ...rest }: RipRoute): Iterable<RipRoute> {
    for (const simpler of simplifyRecord(rest, routeRules)) yield { dest, ...simpler };
  };
  for (const simpler of simplerLists(table, simplerRoutes)) yield [simpler, neighbour, advert, now];
  const simplerEntries = function* (entry: RipAdvert[number]): Iterable<RipAdvert[number]> {
    if (entry.metric !== metricRule.simplest) yield { ...entry, metric: metricRule.simplest };
    for (const smaller of metricRule.smaller(entry.metric)) yield { ...entry, metric: smaller };
  };
  for (const [i, entry] of advert.entries()) {
    for (const simpler of simplerEntries(entry)) yield [table, neighbour, advert.with(i, simpler), now];
  }
  if (now !== 30) yield [table, neighbour, advert, 30];
}

/**
 * A distance vector table of a few networks, and an advert of one of three neighbours, with metrics often near each other
 * and near infinity. Shrinks to few rows, small metrics, and the time 30.
 *
 * @example
 * generators: { adverts: ripCases(accepts) }
 */
export const ripCases = (accepts: (args: readonly unknown[]) => boolean): Arbitrary<RipCase> =>
  withShrinks(
    built(drawCase).filter(accepts),
    (value): value is RipCase => Array.isArray(value) && accepts(value),
    simplerCases,
  );
