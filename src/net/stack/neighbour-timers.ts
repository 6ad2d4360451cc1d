import { parseIpAddress, type IpAddress } from "../wire/prefix.ts";
import {
  enterState,
  neighbourTimers,
  type Neighbour,
  type NeighbourAction,
  type NeighbourCache,
  type NeighbourStep,
} from "./neighbour-cache.ts";

/**
 * What time does to a cache (RFC 4861 §7.2.2, §7.3.3): reachable grows stale; delay turns to probing; an unanswered
 * question is asked again each second, and after three the entry goes. `now` in ms.
 */
export function tickNeighbours(cache: NeighbourCache, now: number): NeighbourStep {
  const actions: NeighbourAction[] = [];
  const next = new Map<string, Neighbour>();
  for (const [key, entry] of cache) {
    const target = parseIpAddress(key);
    const step = target === null || entry.until > now ? { entry, actions: [] } : expire(entry, target, now);
    if (step.entry !== null) next.set(key, step.entry);
    actions.push(...step.actions);
  }
  return { cache: next, actions };
}

type Expired = { readonly entry: Neighbour | null; readonly actions: readonly NeighbourAction[] };

function expire(entry: Neighbour, target: IpAddress, now: number): Expired {
  switch (entry.state) {
    case "reachable":
      return { entry: enterState(entry, "stale", now), actions: [] };
    case "delay":
      return {
        entry: enterState(entry, "probe", now),
        actions: [{ kind: "solicit", target, to: entry.mac }],
      };
    case "incomplete":
      return askAgain(entry, target, now, neighbourTimers.maxMulticastSolicit);
    case "probe":
      return askAgain(entry, target, now, neighbourTimers.maxUnicastSolicit);
    case "stale":
    case "permanent":
      return { entry, actions: [] };
  }
}

function askAgain(entry: Neighbour, target: IpAddress, now: number, most: number): Expired {
  const { pending, mac, solicitations } = entry;
  if (solicitations >= most) {
    return {
      entry: null,
      actions: pending === null ? [] : [{ kind: "drop", packet: pending, reason: "unreachable" }],
    };
  }
  return {
    entry: { ...entry, solicitations: solicitations + 1, until: now + neighbourTimers.retransTimer },
    actions: [{ kind: "solicit", target, to: mac }],
  };
}
