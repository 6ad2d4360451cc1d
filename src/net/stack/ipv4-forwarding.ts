import { readU16, writeU16 } from "../bytes/big-endian.ts";
import { fail, ok, type Result } from "../bytes/result.ts";
import { icmpv4Type, unreachableCode } from "../wire/icmpv4.ts";
import { updateChecksum } from "../wire/checksum.ts";
import { ipv4Offsets, parseIpv4, verifiesIpv4Checksum, type Ipv4Packet } from "../wire/ipv4.ts";
import { containsAddress, type IpAddress } from "../wire/prefix.ts";
import { isLimitedBroadcast, isLoopback, isMulticast, isUnspecified } from "./address-role.ts";
import { isLocal, nextHopOf, routeTo } from "./delivery.ts";
import { icmpv4Error, ip4, type Icmpv4Cause } from "./icmpv4-error.ts";
import { fragmentIpv4 } from "./ipv4-fragmentation.ts";
import { emitChangedIpv4 } from "./ipv4-rewrite.ts";
import { connectedPrefixes, isDirectedBroadcast } from "./network-interface.ts";
import type { NextHop } from "./next-hop.ts";
import {
  addressOn,
  type Arrival,
  type Draws,
  type DropReason,
  type RouterAction,
  type RouterState,
} from "./router.ts";
import { markOptions, optionProblem } from "./router-options.ts";
import { sourceRouteOf } from "./source-route.ts";

/** Everything that the steps of forwarding need. */
type Forwarding = {
  readonly router: RouterState;
  readonly arrival: Arrival;
  readonly draws: Draws;
  /** The packet as it came, without padding of the link. */
  readonly bytes: Uint8Array;
  readonly packet: Ipv4Packet;
};

/**
 * What a router does with a packet from one of its links (RFC 1812 §5.2.1): checks it, keeps what is for itself, finds
 * the next hop, lowers the TTL, writes into options, fits it to the next link, and tells the source what went wrong.
 */
export function forwardIpv4(
  router: RouterState,
  arrival: Arrival,
  bytes: Uint8Array,
  draws: Draws,
): RouterAction[] {
  const valid = validPacket(router, arrival, bytes);
  if (!valid.ok) return [{ kind: "drop", reason: valid.error.code }];
  const packet = valid.value;
  const work = { router, arrival, draws, packet, bytes: bytes.subarray(0, packet.totalLength) };
  const problem = optionProblem(packet.options);
  if (problem !== null) {
    return refuse(work, "option", { type: icmpv4Type.parameterProblem, code: 0, rest: problem * 2 ** 24 });
  }

  const destination = ip4(packet.destination);
  const route = sourceRouteOf(packet.options);
  const next = route?.next ?? null;
  if (isLocal(router.interfaces, destination)) {
    return next === null ? [{ kind: "deliver", packet: work.bytes }] : forward(work, ip4(next), true);
  }
  if (isForAll(router, destination)) return [{ kind: "deliver", packet: work.bytes }];
  // Routing to groups is another matter (RFC 1812 §5.2.1.3).
  if (isMulticast(destination)) return [{ kind: "drop", reason: "multicast" }];
  if (route?.strict === true && next !== null) {
    // Somebody between two hops of a strict route; 16 is the place of the Destination Address.
    return refuse(work, "source-route", { type: icmpv4Type.parameterProblem, code: 0, rest: 16 * 2 ** 24 });
  }
  return forward(work, destination, false);
}

/** The tests of RFC 1812 §5.2.2, and the addresses that no packet on a link may have (§5.3.7). */
function validPacket(
  router: RouterState,
  arrival: Arrival,
  bytes: Uint8Array,
): Result<Ipv4Packet, DropReason> {
  const parsed = parseIpv4(bytes);
  if (!parsed.ok) return parsed;
  if (!verifiesIpv4Checksum(bytes)) return fail("checksum", 10, "Header Checksum");
  const [source, destination] = [ip4(parsed.value.source), ip4(parsed.value.destination)];
  if (isUnspecified(source) || isLoopback(source) || isMulticast(source) || isLimitedBroadcast(source)) {
    return fail("martian", 12, "Source Address");
  }
  if (isLocal(router.interfaces, source) && arrival.translated !== true)
    return fail("martian", 12, "Source Address");
  if (isLoopback(destination) || isUnspecified(destination))
    return fail("martian", 16, "Destination Address");
  return ok(parsed.value);
}

/** Directed broadcasts of one's own links are for the router too, and go no further (RFC 2644). */
const isForAll = (router: RouterState, destination: IpAddress): boolean =>
  isLimitedBroadcast(destination) || router.interfaces.some((at) => isDirectedBroadcast(at, destination));

/** Drops the packet; the source is told where that is allowed. */
function refuse(
  { router, arrival, bytes, draws }: Forwarding,
  reason: DropReason,
  cause: Icmpv4Cause,
): RouterAction[] {
  const error = icmpv4Error(router, arrival, bytes, cause, draws.identification);
  return [...(error === null ? [] : [error]), { kind: "drop", reason }];
}

const unreachable = (code: number, rest = 0): Icmpv4Cause => ({
  type: icmpv4Type.destinationUnreachable,
  code,
  rest,
});

/** The unicast steps of RFC 1812 §5.2.1.2, in its order. `followsSourceRoute`: `destination` is its next address. */
function forward(work: Forwarding, destination: IpAddress, followsSourceRoute: boolean): RouterAction[] {
  const { router, arrival, packet } = work;
  if (!router.forwarding) return [{ kind: "drop", reason: "not-forwarding" }];
  if (arrival.linkBroadcast) return [{ kind: "drop", reason: "link-broadcast" }];
  const route = routeTo(router, destination);
  if (route === null) return refuse(work, "no-route", unreachable(unreachableCode.network));
  switch (route.kind) {
    case "blackhole":
      return [{ kind: "drop", reason: route.kind }];
    case "unreachable":
      return refuse(work, route.kind, unreachable(unreachableCode.host));
    case "prohibit":
      return refuse(work, route.kind, unreachable(unreachableCode.administrativelyProhibited));
    case "unicast":
  }
  const hop = nextHopOf(router, route, destination);
  const strict = sourceRouteOf(packet.options)?.strict === true;
  if (followsSourceRoute && strict && hop.resolve?.value !== destination.value) {
    return refuse(work, "source-route", unreachable(unreachableCode.sourceRouteFailed));
  }
  const leaving = leave(work, hop.interface, destination, followsSourceRoute);
  if (leaving === null) return refuse(work, "ttl", { type: icmpv4Type.timeExceeded, code: 0 });
  return leaving.ok ? transmit(work, hop, leaving.value) : [{ kind: "drop", reason: "option" }];
}

/** The packet with a lower TTL and its options marked; null at the end of its life: with 1, it would leave with 0. */
function leave(
  { router, arrival, packet, bytes, draws }: Forwarding,
  departure: string,
  destination: IpAddress,
  followsSourceRoute: boolean,
): Result<Uint8Array, "out-of-range"> | null {
  const own = router.behaviour?.decrementTtl;
  if (own !== undefined && packet.options.length === 0) {
    const lowered = own(bytes);
    return lowered === null ? null : ok(lowered);
  }
  if (packet.ttl <= 1) return null;
  if (packet.options.length === 0) return ok(withLowerTtl(bytes));
  const addressOf = (name: string): number => Number(addressOn(router, name, 4)?.value ?? 0n);
  return emitChangedIpv4({
    ...packet,
    ttl: packet.ttl - 1,
    destination: Number(destination.value),
    options: markOptions(packet.options, {
      arrival: addressOf(arrival.interface),
      departure: addressOf(departure),
      own: router.interfaces.flatMap((at) => at.addresses.map(({ address }) => Number(address.value))),
      timestamp: draws.timestamp,
      followsSourceRoute,
    }),
  });
}

/** A copy with TTL less one, and the checksum brought up to date from the word that changed (RFC 1624 §3). */
function withLowerTtl(bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice();
  const word = readU16(bytes, ipv4Offsets.ttl);
  writeU16(copy, ipv4Offsets.ttl, word - 0x100);
  const checksum = updateChecksum(readU16(bytes, ipv4Offsets.checksum), word, word - 0x100);
  writeU16(copy, ipv4Offsets.checksum, checksum);
  return copy;
}

function transmit(work: Forwarding, hop: NextHop, leaving: Uint8Array): RouterAction[] {
  const { router } = work;
  const out = router.interfaces.find(({ name }) => name === hop.interface);
  if (out === undefined) return [{ kind: "drop", reason: "no-route" }];
  const fragments = fragmentIpv4(leaving, out.mtu);
  // Don't Fragment: the source must learn what fits (RFC 1191 §4).
  if (!fragments.ok)
    return refuse(work, "too-big", unreachable(unreachableCode.fragmentationNeeded, out.mtu));
  const sent = fragments.value.map((fragment): RouterAction => ({
    kind: "send",
    interface: out.name,
    nextHop: hop.resolve,
    packet: fragment,
  }));
  return [...redirect(work, hop, leaving), ...sent];
}

/**
 * "There is a shorter way": when the packet leaves by the link that it came from, and its source could have reached
 * the next hop itself; not for packets whose way the source chose (RFC 1812 §5.2.7.2). It quotes the packet as it
 * leaves, which §4.3.2.3 allows.
 */
function redirect(
  { router, arrival, packet, draws }: Forwarding,
  hop: NextHop,
  leaving: Uint8Array,
): RouterAction[] {
  const { resolve } = hop;
  if (hop.interface !== arrival.interface || resolve === null || arrival.translated === true) return [];
  if (sourceRouteOf(packet.options) !== null) return [];
  const at = router.interfaces.find(({ name }) => name === hop.interface);
  const shared = (at === undefined ? [] : connectedPrefixes(at)).some(
    (prefix) => containsAddress(prefix, ip4(packet.source)) && containsAddress(prefix, resolve),
  );
  if (!shared) return [];
  const cause = { type: icmpv4Type.redirect, code: 1, rest: Number(resolve.value) };
  const error = icmpv4Error(router, arrival, leaving, cause, draws.identification);
  return error === null ? [] : [error];
}
