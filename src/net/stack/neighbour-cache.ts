import type { Mac } from "../wire/mac.ts";
import { formatIpAddress, type IpAddress } from "../wire/prefix.ts";

/**
 * Who on the link has which MAC address, for ARP and NDP alike, with the states of RFC 4861 §7.3.2; `permanent` is an
 * entry made by hand, which no message changes. Times in ms.
 */
export type Neighbour = {
  /** Null while it is asked for. */
  readonly mac: Mac | null;
  readonly state: "incomplete" | "reachable" | "stale" | "delay" | "probe" | "permanent";
  readonly isRouter: boolean;
  /** When the state ends by itself; Infinity for stale and permanent. */
  readonly until: number;
  /** Solicitations sent in this state. */
  readonly solicitations: number;
  /** The packet that waits for the answer: the latest one, as RFC 1122 §2.3.2.2 asks at least. */
  readonly pending: Uint8Array | null;
};

/** By the text of the address. */
export type NeighbourCache = ReadonlyMap<string, Neighbour>;

export type NeighbourAction =
  | { readonly kind: "transmit"; readonly packet: Uint8Array; readonly mac: Mac }
  /** Ask who has `target`: the one at `to`, or everybody where it is null. */
  | { readonly kind: "solicit"; readonly target: IpAddress; readonly to: Mac | null }
  /** Nobody answered (`unreachable`), or a newer packet took the place. */
  | { readonly kind: "drop"; readonly packet: Uint8Array; readonly reason: "unreachable" | "replaced" };

export type NeighbourStep = {
  readonly cache: NeighbourCache;
  readonly actions: readonly NeighbourAction[];
};

/** RFC 4861 §10, in ms and in numbers of messages; RFC 1122 §2.3.2.1 has the same limit of one request a second. */
export const neighbourTimers = {
  reachableTime: 30_000,
  retransTimer: 1000,
  delayFirstProbeTime: 5000,
  maxMulticastSolicit: 3,
  maxUnicastSolicit: 3,
} as const;

export const findNeighbour = (cache: NeighbourCache, address: IpAddress): Neighbour | null =>
  cache.get(formatIpAddress(address)) ?? null;

export const setNeighbour = (cache: NeighbourCache, address: IpAddress, entry: Neighbour): NeighbourCache =>
  new Map(cache).set(formatIpAddress(address), entry);

/** An entry with the time limit of its state. */
export function enterState(entry: Neighbour, state: Neighbour["state"], now: number): Neighbour {
  const { reachableTime, retransTimer, delayFirstProbeTime } = neighbourTimers;
  const asking = state === "incomplete" || state === "probe";
  const lasts = {
    incomplete: retransTimer,
    reachable: reachableTime,
    stale: Infinity,
    delay: delayFirstProbeTime,
    probe: retransTimer,
    permanent: Infinity,
  };
  return { ...entry, state, until: now + lasts[state], solicitations: asking ? 1 : 0 };
}

export const newNeighbour: Neighbour = {
  mac: null,
  state: "stale",
  isRouter: false,
  until: Infinity,
  solicitations: 0,
  pending: null,
};

/**
 * A packet for a neighbour (RFC 4861 §7.2.2, §7.3.3): sent at once where the MAC is known, else kept while everybody
 * is asked. A stale entry is used and, if nothing confirms it in time, probed.
 */
export function sendToNeighbour(
  cache: NeighbourCache,
  target: IpAddress,
  packet: Uint8Array,
  now: number,
): NeighbourStep {
  const known = findNeighbour(cache, target);
  if (known === null) {
    const asked = enterState({ ...newNeighbour, pending: packet }, "incomplete", now);
    return { cache: setNeighbour(cache, target, asked), actions: [{ kind: "solicit", target, to: null }] };
  }
  if (known.mac === null) {
    const replaced: NeighbourAction[] =
      known.pending === null ? [] : [{ kind: "drop", packet: known.pending, reason: "replaced" }];
    return { cache: setNeighbour(cache, target, { ...known, pending: packet }), actions: replaced };
  }
  return {
    cache: known.state === "stale" ? setNeighbour(cache, target, enterState(known, "delay", now)) : cache,
    actions: [{ kind: "transmit", packet, mac: known.mac }],
  };
}
