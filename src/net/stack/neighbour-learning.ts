import type { Mac } from "../wire/mac.ts";
import type { IpAddress } from "../wire/prefix.ts";
import {
  enterState,
  findNeighbour,
  newNeighbour,
  sendToNeighbour,
  setNeighbour,
  type Neighbour,
  type NeighbourCache,
  type NeighbourStep,
} from "./neighbour-cache.ts";

/**
 * A neighbour told its MAC. `reachable`: in answer to a question, so the way there and back works; `stale`: of its own
 * accord, which proves one direction only (RFC 4861 §7.2.3). A new neighbour is entered where `create` says so.
 */
export function learnMac(
  cache: NeighbourCache,
  address: IpAddress,
  mac: Mac,
  as: "reachable" | "stale",
  create: boolean,
  now: number,
): NeighbourStep {
  const known = findNeighbour(cache, address);
  if (known === null && !create) return { cache, actions: [] };
  const entry = known ?? newNeighbour;
  if (entry.state === "permanent" || (as === "stale" && entry.mac === mac)) return { cache, actions: [] };
  return releasePending(cache, address, enterState({ ...entry, mac }, as, now), now);
}

/** Enters what was learned, and sends what waited for it. */
export function releasePending(
  cache: NeighbourCache,
  address: IpAddress,
  entry: Neighbour,
  now: number,
): NeighbourStep {
  const known = setNeighbour(cache, address, { ...entry, pending: null });
  return entry.pending === null
    ? { cache: known, actions: [] }
    : sendToNeighbour(known, address, entry.pending, now);
}
