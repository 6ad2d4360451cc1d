import { containsAddress, type IpAddress } from "../wire/prefix.ts";
import { deliveryOf, type RoutingState } from "./delivery.ts";
import { connectedPrefixes, ownsAddress, type NetworkInterface } from "./network-interface.ts";
import type { NextHop } from "./next-hop.ts";

/** A machine as far as the way of a packet depends on it. */
export type PathNode = RoutingState & {
  /** Whether it forwards for others; a host does not (RFC 1122 §3.3.1.1). */
  readonly forwarding: boolean;
};

/** Machines by name. Links are not given: interfaces that have addresses in one network are on one link. */
export type PathNetwork = Readonly<Record<string, PathNode>>;

export type PathOutcome =
  /** It came to a machine for which its destination is its own address, a broadcast or a group. */
  | "delivered"
  /** It came back to a machine where it had been: only its TTL ends that. */
  | "loop"
  /** The last machine has no row for it. */
  | "no-route"
  /** The last machine does not forward. */
  | "not-a-router"
  /** Nobody on the link has the address that the last machine hands it to: its ARP or NDP gets no answer. */
  | "dead-gateway";

export type PathTrace = {
  /** Every machine where the packet arrives, the last one included, the source not; in a loop the revisited one ends it. */
  readonly hops: readonly string[];
  readonly outcome: PathOutcome;
};

/**
 * The way of a packet from machine to machine: each looks its destination up afresh (RFC 1812 §5.2). Says nothing about
 * the way back, which the tables of other machines decide. A source that is not in the network gives `no-route`.
 */
export function tracePath(network: PathNetwork, source: string, destination: IpAddress): PathTrace {
  const hops: string[] = [];
  const seen = new Set<string>();
  let name = source;
  for (;;) {
    const node = network[name];
    if (node === undefined) return { hops, outcome: "no-route" };
    if (seen.has(name)) return { hops, outcome: "loop" };
    seen.add(name);
    const delivery = deliveryOf(node, destination);
    const leaves = delivery.kind === "direct" || delivery.kind === "via";
    if (!leaves && delivery.kind !== "unreachable") return { hops, outcome: "delivered" };
    if (name !== source && !node.forwarding) return { hops, outcome: "not-a-router" };
    if (!leaves) return { hops, outcome: "no-route" };
    const next = receiverOf(network, name, delivery);
    if (next === null) return { hops, outcome: "dead-gateway" };
    hops.push(next);
    name = next;
  }
}

/** Who takes the frame: the other end of a point-to-point link, else the neighbour with the resolved address. */
function receiverOf(network: PathNetwork, sender: string, hop: NextHop): string | null {
  const out = network[sender]?.interfaces.find(({ name }) => name === hop.interface);
  if (out === undefined) return null;
  const { resolve } = hop;
  const takes = (at: NetworkInterface): boolean =>
    at.up &&
    areOnOneLink(out, at) &&
    (resolve === null ? at.pointToPoint === true : ownsAddress(at, resolve));
  const found = Object.entries(network).find(
    ([name, node]) => name !== sender && node.interfaces.some(takes),
  );
  return found?.[0] ?? null;
}

/** Whether a network of one holds an address of the other. */
const areOnOneLink = (a: NetworkInterface, b: NetworkInterface): boolean =>
  connectedPrefixes(a).some((prefix) => b.addresses.some(({ address }) => containsAddress(prefix, address)));
