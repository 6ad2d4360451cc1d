import type { RealServer } from "./ipvs-service.ts";

/** How loaded a server counts as. An open connection weighs as much as 256 closed ones. */
const connections = ({ active, inactive }: RealServer): number => active * 256 + inactive;

/** The load that the server would have with the new connection. */
const expectedDelay = ({ active }: RealServer): number => active + 1;

/** lc: the server with the fewest connections, whatever its weight. Index, or null. */
export const leastConnections = (servers: readonly RealServer[]): number | null =>
  least(servers, connections, () => 1);

/** wlc: the fewest connections for its weight. */
export const weightedLeastConnections = (servers: readonly RealServer[]): number | null =>
  least(servers, connections, ({ weight }) => weight);

/** sed, shortest expected delay: the lowest (active + 1) / weight. */
export const shortestExpectedDelay = (servers: readonly RealServer[]): number | null =>
  least(servers, expectedDelay, ({ weight }) => weight);

/** nq, never queue: the first idle server; if all are busy, as sed. */
export function neverQueue(servers: readonly RealServer[]): number | null {
  const idle = servers.findIndex(({ active, weight }) => weight > 0 && active === 0);
  return idle === -1 ? shortestExpectedDelay(servers) : idle;
}

/** The lowest load / share; of equals, the first of the list. A server of weight 0 is none. */
function least(
  servers: readonly RealServer[],
  load: (server: RealServer) => number,
  share: (server: RealServer) => number,
): number | null {
  let best: { index: number; load: number; share: number } | null = null;
  for (const [index, server] of servers.entries()) {
    if (server.weight === 0) continue;
    const here = { index, load: load(server), share: share(server) };
    // load / share compared crosswise: no division, no rounding.
    if (best === null || best.load * here.share > here.load * best.share) best = here;
  }
  return best?.index ?? null;
}
