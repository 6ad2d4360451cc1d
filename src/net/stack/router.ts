import type { IpAddress } from "../wire/prefix.ts";
import type { Ipv4ParseError } from "../wire/ipv4.ts";
import type { Ipv6ParseError } from "../wire/ipv6.ts";
import { deliveryOf, type RoutingBehaviour, type RoutingState } from "./delivery.ts";
import type { NetworkInterface } from "./network-interface.ts";
import type { RefusingKind } from "./routing-table.ts";

export type RouterInterface = NetworkInterface & {
  /** The longest packet that the link takes, in bytes. */
  readonly mtu: number;
};

/** What a router's decisions depend on. Frames, MAC addresses and queues are not its concern. */
export type RouterState = Omit<RoutingState, "interfaces" | "behaviour"> & {
  readonly interfaces: readonly RouterInterface[];
  /** Whether it forwards for others; a host does not (RFC 1122 §3.3.1.1). */
  readonly forwarding: boolean;
  readonly behaviour?: RouterBehaviour;
};

/** More decisions that may be taken by other functions, on IPv4 packets and ICMP messages as bytes. */
export type RouterBehaviour = RoutingBehaviour & {
  /** The packet as it leaves; null when it has reached the end of its life. */
  readonly decrementTtl?: (packet: Uint8Array) => Uint8Array | null;
  /** The message that answers; null for none. */
  readonly echoReply?: (message: Uint8Array) => Uint8Array | null;
  /** The message about a packet; null where none may be sent, undefined to leave it to the reference. */
  readonly icmpv4Error?: (
    packet: Uint8Array,
    cause: { readonly type: number; readonly code: number; readonly rest?: number },
    linkBroadcast: boolean,
  ) => Uint8Array | null | undefined;
};

/** The interface of packets to oneself: they never leave. */
export const loopbackInterface = "lo";

/** How a packet came. */
export type Arrival = {
  /** Name of the interface. */
  readonly interface: string;
  /** Whether the frame was for everybody or for a group. */
  readonly linkBroadcast: boolean;
  /** Whether NAT has put an address of the router itself in the place of the source. */
  readonly translated?: boolean;
};

/** What the router cannot know by itself. */
export type Draws = {
  /** For an ICMP message over IPv4 that it sends, 16 bits. */
  readonly identification: number;
  /** Milliseconds since midnight UT, for the Timestamp option. */
  readonly timestamp: number;
};

/** `resolve` next: the link-layer address of `nextHop`; null where the link needs none. */
export type SendAction = {
  readonly kind: "send";
  readonly interface: string;
  readonly nextHop: IpAddress | null;
  readonly packet: Uint8Array;
};

export type DropReason =
  | Ipv4ParseError
  | Ipv6ParseError
  | RefusingKind
  | "no-route"
  | "checksum"
  | "martian"
  | "option"
  | "source-route"
  | "not-forwarding"
  | "link-broadcast"
  | "multicast"
  | "ttl"
  | "too-big";

/** A drop may come with an ICMP error, which is a `send` before it. */
export type RouterAction =
  | SendAction
  /** For the router itself. */
  | { readonly kind: "deliver"; readonly packet: Uint8Array }
  | { readonly kind: "drop"; readonly reason: DropReason };

/** The way out for a packet to one node that the router itself sends; null when there is none. */
export function sendOf(router: RouterState, destination: IpAddress, packet: Uint8Array): SendAction | null {
  const delivery = deliveryOf(router, destination);
  if (delivery.kind === "local") return { kind: "send", interface: loopbackInterface, nextHop: null, packet };
  if (delivery.kind !== "direct" && delivery.kind !== "via") return null;
  return { kind: "send", interface: delivery.interface, nextHop: delivery.resolve, packet };
}

/** The first address of that version on an interface. */
export function addressOn(router: RouterState, name: string, version: 4 | 6): IpAddress | null {
  const at = router.interfaces.find((candidate) => candidate.name === name);
  return at?.addresses.find(({ address }) => address.version === version)?.address ?? null;
}
