import { linkLocalFromMac } from "../../wire/derived-address.ts";
import type { Mac } from "../../wire/mac.ts";
import { formatIpAddress, type IpAddress } from "../../wire/prefix.ts";
import { newNeighbour, type NeighbourCache } from "../neighbour-cache.ts";
import { emptyNatState, type NatState } from "../nat-state.ts";
import type { NatRules } from "../nat.ts";
import { drawU32 } from "../random.ts";
import type { ReassemblyState } from "../reassembly.ts";
import type {
  Arrival,
  Draws,
  RouterAction,
  RouterBehaviour,
  RouterInterface,
  RouterState,
} from "../router.ts";
import type { Route } from "../routing-table.ts";
import { arpResolver, ndpResolver } from "./cache-resolver.ts";
import type { FilterRule } from "./filter.ts";
import type { PathMtuCache } from "./path-mtu.ts";
import type { Process } from "./process.ts";
import type { Resolver } from "./resolver.ts";

export type NodeInterface = RouterInterface & { readonly mac: Mac };

/**
 * A host or router with everything that it knows: a pure state machine, whose step function is in step.ts. Times in
 * ms.
 */
export type NodeState = {
  readonly router: Omit<RouterState, "interfaces"> & { readonly interfaces: readonly NodeInterface[] };
  readonly behaviour: NodeBehaviour;
  /** By the name of the interface. */
  readonly resolvers: ReadonlyMap<string, { readonly arp: Resolver; readonly ndp: Resolver }>;
  readonly reassembly: { readonly ipv4: ReassemblyState; readonly ipv6: ReassemblyState };
  readonly pathMtus: PathMtuCache;
  readonly filters: readonly FilterRule[];
  /** Null for a node that translates no addresses. */
  readonly nat: NodeNat | null;
  /** IPv4 packets that `forwardIpv4` wants to see again once a neighbour is known, and how they came. */
  readonly deferred: ReadonlyMap<Uint8Array, Arrival>;
  /** By number. */
  readonly programs: ReadonlyMap<number, RunningProgram>;
  /** What random numbers are drawn from. */
  readonly random: number;
  /** Of the next IPv4 packet and of the next IPv6 packet that is cut. */
  readonly identification: number;
  /** When it has asked to be woken; Infinity for never. */
  readonly wakeAt: number;
};

/** Addresses are translated where packets leave by the interface `outside`, or come in by it. */
export type NodeNat = { readonly rules: NatRules; readonly outside: string; readonly state: NatState };

export type RunningProgram = {
  readonly process: Process;
  /** When its timer goes off; Infinity for never. */
  readonly timer: number;
  /** UDP ports. */
  readonly ports: readonly number[];
};

/** Decisions of this node that other functions take, each in the place of one of the reference. */
export type NodeBehaviour = RouterBehaviour & {
  /** The checksum of an IPv4 header, over whatever stands in its own field. */
  readonly ipv4Checksum?: (header: Uint8Array) => number;
  /** The frame that answers an ARP frame; null for none. `address`: 32 bits, the first of the interface. */
  readonly arpReply?: (
    frame: Uint8Array,
    self: { readonly mac: Mac; readonly address: number },
  ) => Uint8Array | null;
  /** The whole of ARP on an interface. */
  readonly arp?: (self: { readonly mac: Mac; readonly addresses: readonly number[] }) => Resolver;
  /** Everything that becomes of an IPv4 packet from a link. */
  readonly forwardIpv4?: (
    node: NodeState,
    arrival: Arrival,
    packet: Uint8Array,
    draws: Draws,
  ) => readonly ForwardAction[];
};

/** `transmit`: to a MAC that is known. `resolve`: it is not; the same packet comes again when it is. */
export type ForwardAction =
  | RouterAction
  | {
      readonly kind: "transmit";
      readonly interface: string;
      readonly mac: Mac;
      readonly packet: Uint8Array;
    }
  | { readonly kind: "resolve"; readonly interface: string; readonly target: IpAddress }
  | { readonly kind: "drop"; readonly reason: string };

export type NodeSettings = {
  readonly interfaces: readonly NodeInterface[];
  readonly routes: readonly Route[];
  readonly forwarding: boolean;
  readonly neighbours: readonly {
    readonly interface: string;
    readonly address: IpAddress;
    readonly mac: Mac;
  }[];
  readonly filters: readonly FilterRule[];
  readonly nat?: Omit<NodeNat, "state"> | null;
  readonly behaviour: NodeBehaviour;
  readonly seed: number;
};

/** A node that has just been switched on. Interfaces with IPv6 addresses get a link-local one (RFC 4291 §2.1). */
export function createNode(settings: NodeSettings): NodeState {
  const { routes, forwarding, filters, nat = null, behaviour, seed } = settings;
  const interfaces = settings.interfaces.map(withLinkLocal);
  const resolvers = interfaces.map((at) => {
    const permanent = settings.neighbours.filter((neighbour) => neighbour.interface === at.name);
    const arpSelf = { mac: at.mac, addresses: addressesOf(at, 4).map(Number) };
    const ndpSelf = { mac: at.mac, addresses: addressesOf(at, 6), isRouter: forwarding };
    return [
      at.name,
      {
        arp: behaviour.arp?.(arpSelf) ?? arpResolver(arpSelf, cacheOf(permanent, 4)),
        ndp: ndpResolver(ndpSelf, cacheOf(permanent, 6)),
      },
    ] as const;
  });
  const drawn = drawU32(seed);
  return {
    router: { interfaces, routes, forwarding, behaviour },
    behaviour,
    resolvers: new Map(resolvers),
    reassembly: { ipv4: new Map(), ipv6: new Map() },
    pathMtus: new Map(),
    filters,
    nat: nat === null ? null : { ...nat, state: emptyNatState },
    deferred: new Map(),
    programs: new Map(),
    random: drawn.state,
    identification: drawn.value & 0xffff,
    wakeAt: Infinity,
  };
}

const addressesOf = (at: NodeInterface, version: 4 | 6): bigint[] =>
  at.addresses.filter(({ address }) => address.version === version).map(({ address }) => address.value);

function withLinkLocal(at: NodeInterface): NodeInterface {
  if (addressesOf(at, 6).length === 0) return at;
  const address: IpAddress = { version: 6, value: linkLocalFromMac(at.mac) };
  return { ...at, addresses: [...at.addresses, { address, length: 64 }] };
}

const cacheOf = (neighbours: NodeSettings["neighbours"], version: 4 | 6): NeighbourCache =>
  new Map(
    neighbours
      .filter(({ address }) => address.version === version)
      .map(({ address, mac }) => [
        formatIpAddress(address),
        { ...newNeighbour, mac, state: "permanent" as const },
      ]),
  );
