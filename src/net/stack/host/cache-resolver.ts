import { formatIpAddress, type Prefix } from "../../wire/prefix.ts";
import { receiveArp, type ArpSelf } from "../arp-reception.ts";
import {
  findNeighbour,
  sendToNeighbour,
  type NeighbourAction,
  type NeighbourCache,
} from "../neighbour-cache.ts";
import { tickNeighbours } from "../neighbour-timers.ts";
import { receiveNdp, type NdpSelf } from "../ndp-reception.ts";
import { isWithin, type Resolver, type ResolverAction, type ResolverEvent } from "./resolver.ts";

/** Packets that wait for one neighbour at most; Linux has about as many (`unres_qlen_bytes`). */
const longestQueue = 100;

/** Packets behind the one that the cache itself keeps, by the text of the neighbour's address. */
type Queues = ReadonlyMap<string, readonly Uint8Array[]>;

type Received = {
  readonly cache: NeighbourCache;
  readonly actions: readonly (NeighbourAction | Extract<ResolverAction, { kind: "arp-reply" }>)[];
};

/** What the link tells about neighbours, on the way into the cache. */
type Receive = (cache: NeighbourCache, event: ResolverEvent, now: number) => Received;

/** ARP (RFC 826). */
export const arpResolver = (self: ArpSelf, cache: NeighbourCache): Resolver =>
  resolverOf(cache, new Map(), (before, event, now) => {
    if (event.kind !== "arp") return { cache: before, actions: [] };
    const { cache: after, actions, reply } = receiveArp(before, self, event.packet, now);
    return {
      cache: after,
      actions:
        reply === null || event.silent === true
          ? actions
          : [{ kind: "arp-reply", packet: reply }, ...actions],
    };
  });

/** Neighbor Discovery (RFC 4861 §7). */
export const ndpResolver = (self: NdpSelf, cache: NeighbourCache): Resolver =>
  resolverOf(cache, new Map(), (before, event, now) =>
    event.kind === "ndp" ? receiveNdp(before, self, event.packet, now) : { cache: before, actions: [] },
  );

function resolverOf(cache: NeighbourCache, queues: Queues, receive: Receive): Resolver {
  const resolver: Resolver = {
    entries: cache,
    deadline: Math.min(...[...cache.values()].map(({ until }) => until)),
    step(event, now) {
      if (event.kind === "send") {
        const known = findNeighbour(cache, event.target);
        if (known?.mac === null && known.pending !== null) {
          const queued = enqueue(queues, formatIpAddress(event.target), event.packet);
          return { resolver: resolverOf(cache, queued.queues, receive), actions: queued.dropped };
        }
      }
      const step = run(cache, event, receive, now);
      const rest = release(step.cache, queues);
      const actions = step.actions.map((action): ResolverAction =>
        action.kind === "solicit"
          ? { ...action, packet: findNeighbour(step.cache, action.target)?.pending ?? null }
          : action,
      );
      const unchanged = step.cache === cache && rest.queues === queues;
      return {
        resolver: unchanged ? resolver : resolverOf(step.cache, rest.queues, receive),
        actions: [...actions, ...rest.actions],
      };
    },
  };
  return resolver;
}

function run(cache: NeighbourCache, event: ResolverEvent, receive: Receive, now: number): Received {
  switch (event.kind) {
    case "send":
      return sendToNeighbour(cache, event.target, event.packet, now);
    case "tick":
      return tickNeighbours(cache, now);
    case "forget":
      return forget(cache, event.within);
    case "arp":
    case "ndp":
      return receive(cache, event, now);
  }
}

/** What waited for a neighbour that is forgotten cannot be delivered. */
function forget(cache: NeighbourCache, within: Prefix | null): Received {
  const gone = [...cache].filter(([text, { state }]) => state !== "permanent" && isWithin(within, text));
  const left = new Map(cache);
  for (const [text] of gone) left.delete(text);
  return {
    cache: gone.length === 0 ? cache : left,
    actions: gone.flatMap(([, { pending }]) =>
      pending === null ? [] : [{ kind: "drop", packet: pending, reason: "unreachable" }],
    ),
  };
}

/** Puts a packet behind the others; the oldest of a full queue goes. */
function enqueue(
  queues: Queues,
  key: string,
  packet: Uint8Array,
): { readonly queues: Queues; readonly dropped: readonly ResolverAction[] } {
  const queue = [...(queues.get(key) ?? []), packet];
  const oldest = queue.length > longestQueue ? queue.shift() : undefined;
  return {
    queues: new Map(queues).set(key, queue),
    dropped: oldest === undefined ? [] : [{ kind: "drop", packet: oldest, reason: "replaced" }],
  };
}

/** Lets go what waited for neighbours that are known now, and gives up what waited for those who never answered. */
function release(
  cache: NeighbourCache,
  queues: Queues,
): { readonly queues: Queues; readonly actions: readonly ResolverAction[] } {
  if (queues.size === 0) return { queues, actions: [] };
  const actions: ResolverAction[] = [];
  const left = new Map(queues);
  for (const [key, packets] of queues) {
    const entry = cache.get(key);
    if (entry?.mac === null) continue;
    left.delete(key);
    for (const packet of packets) {
      actions.push(
        entry === undefined
          ? { kind: "drop", packet, reason: "unreachable" }
          : { kind: "transmit", packet, mac: entry.mac },
      );
    }
  }
  return { queues: left.size === queues.size ? queues : left, actions };
}
