import type { Mac } from "../wire/mac.ts";
import type { NdpMessage } from "../wire/ndp.ts";
import type { IpAddress } from "../wire/prefix.ts";
import {
  enterState,
  findNeighbour,
  setNeighbour,
  type NeighbourCache,
  type NeighbourStep,
} from "./neighbour-cache.ts";
import { releasePending } from "./neighbour-learning.ts";

/**
 * What a valid neighbor advertisement changes (RFC 4861 §7.2.5). `mac` is that of its target link-layer address
 * option, null without one. Nobody is entered that was not asked for.
 */
export function receiveAdvertisement(
  cache: NeighbourCache,
  advertisement: Extract<NdpMessage, { kind: "neighbor-advertisement" }>,
  mac: Mac | null,
  now: number,
): NeighbourStep {
  const { router, solicited, override } = advertisement;
  const address: IpAddress = { version: 6, value: advertisement.target };
  const entry = findNeighbour(cache, address);
  const unchanged = { cache, actions: [] };
  if (entry === null || entry.state === "permanent") return unchanged;

  if (entry.mac === null) {
    if (mac === null) return unchanged;
    const found = enterState({ ...entry, mac, isRouter: router }, solicited ? "reachable" : "stale", now);
    return releasePending(cache, address, found, now);
  }
  const differs = mac !== null && mac !== entry.mac;
  if (differs && !override) {
    // Not to be overridden, but doubted.
    return entry.state === "reachable"
      ? { cache: setNeighbour(cache, address, enterState(entry, "stale", now)), actions: [] }
      : unchanged;
  }
  const told = { ...entry, mac: mac ?? entry.mac, isRouter: router };
  const next = solicited
    ? enterState(told, "reachable", now)
    : differs
      ? enterState(told, "stale", now)
      : told;
  return { cache: setNeighbour(cache, address, next), actions: [] };
}
