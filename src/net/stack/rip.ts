import type { Ipv4Address } from "../wire/address.ts";
import { equalPrefixes, type Prefix } from "../wire/prefix.ts";

/** 16 is infinity: unreachable (RFC 2453 §3.8.1 has paths of at most 15). */
export const ripInfinity = 16;

/** RFC 2453 §3.8, in ms: a route that nobody confirms is lost, and forgotten after it has been told to all. */
export const ripTimers = { timeout: 180_000, garbageCollection: 120_000 } as const;

export type RipRoute = {
  readonly destination: Prefix;
  /** The router that told it, and to which packets go; null: the network is on one of our own links. */
  readonly nextHop: Ipv4Address | null;
  /** 1 to 16. */
  readonly metric: number;
  /** When the next hop last told it, in ms. */
  readonly updatedAt: number;
  /** When it became unreachable; null while it is not. */
  readonly lostAt: number | null;
};

/** A route entry of a response: what the sender needs to reach the destination. */
export type RipEntry = { readonly destination: Prefix; readonly metric: number };

/** `changed`: some metric or next hop did, so a triggered update is due (RFC 2453 §3.10.1). */
export type RipStep = { readonly table: readonly RipRoute[]; readonly changed: boolean };

/**
 * The table after a response from a neighbour (RFC 2453 §3.9.2). `cost` is that of the link it came by. A better route
 * is taken from anybody; what the next hop of a route says is taken whatever it is; an entry whose metric is none is
 * passed over. New routes stand behind the others, in the order of the response.
 */
export function ripUpdate(
  table: readonly RipRoute[],
  neighbour: Ipv4Address,
  response: readonly RipEntry[],
  now: number,
  cost = 1,
): RipStep {
  let step: RipStep = { table, changed: false };
  for (const entry of response) {
    if (!Number.isInteger(entry.metric) || entry.metric < 1 || entry.metric > ripInfinity) continue;
    const metric = Math.min(entry.metric + cost, ripInfinity);
    step = learn(step, { destination: entry.destination, nextHop: neighbour, metric }, now);
  }
  return step;
}

function learn(
  { table, changed }: RipStep,
  news: Pick<RipRoute, "destination" | "nextHop" | "metric">,
  now: number,
): RipStep {
  const known = table.find(({ destination }) => equalPrefixes(destination, news.destination));
  const lost = news.metric === ripInfinity;
  const route: RipRoute = { ...news, updatedAt: now, lostAt: lost ? now : null };
  if (known === undefined) {
    // Nobody needs to know what cannot be reached and never could.
    return lost ? { table, changed } : { table: [...table, route], changed: true };
  }
  const ours = known.nextHop === news.nextHop;
  const replace = (by: RipRoute): readonly RipRoute[] => table.map((other) => (other === known ? by : other));
  if (ours && news.metric === known.metric) {
    // Said again, also that it is lost: what was begun goes on.
    return { table: replace({ ...known, updatedAt: now }), changed };
  }
  if (ours || news.metric < known.metric) return { table: replace(route), changed: true };
  return { table, changed };
}

/**
 * What time alone does (RFC 2453 §3.8): a route that its next hop has not told for 180 s is lost; a lost one is
 * forgotten 120 s later. Our own networks do not age.
 */
export function ripAge(table: readonly RipRoute[], now: number, timers = ripTimers): RipStep {
  let changed = false;
  const aged = table.map((route): RipRoute => {
    const silent = route.nextHop !== null && now - route.updatedAt >= timers.timeout;
    if (!silent || route.lostAt !== null) return route;
    changed = true;
    return { ...route, metric: ripInfinity, lostAt: now };
  });
  const kept = aged.filter(({ lostAt }) => lostAt === null || now - lostAt < timers.garbageCollection);
  return { table: kept, changed };
}

/** What is told of a route on the link that leads to its next hop (RFC 2453 §3.4.3). */
export type SplitHorizon = "none" | "simple" | "poisoned-reverse";

/**
 * The response for the link on which the `neighbours` are (RFC 2453 §3.10.2): every route; but those that came from
 * there not at all (split horizon), or as unreachable (with poisoned reverse).
 */
export const ripResponse = (
  table: readonly RipRoute[],
  neighbours: readonly Ipv4Address[],
  horizon: SplitHorizon = "poisoned-reverse",
): RipEntry[] =>
  table.flatMap(({ destination, metric, nextHop }): RipEntry[] => {
    const fromThere = nextHop !== null && neighbours.includes(nextHop);
    if (!fromThere || horizon === "none") return [{ destination, metric }];
    return horizon === "simple" ? [] : [{ destination, metric: ripInfinity }];
  });
