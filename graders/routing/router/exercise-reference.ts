import { toAddress, toInterface, toRoute } from "#course/network/host.ts";
import { readU16, readU8, writeU16, writeU8 } from "#net/bytes/big-endian.ts";
import { isLocal } from "#net/stack/delivery.ts";
import {
  isLimitedBroadcast,
  isLoopback,
  isMulticast,
  isReserved,
  isUnspecified,
} from "#net/stack/address-role.ts";
import { ip4, mayCauseIcmpv4Error } from "#net/stack/icmpv4-error.ts";
import { isDirectedBroadcast, type NetworkInterface } from "#net/stack/network-interface.ts";
import { nextHop } from "#net/stack/next-hop.ts";
import { connectedRoutes, lookupRoute } from "#net/stack/routing-table.ts";
import { formatIpv4Address } from "#net/wire/address.ts";
import { updateChecksum } from "#net/wire/checksum.ts";
import { emitIcmpv4, icmpv4Type, unreachableCode } from "#net/wire/icmpv4.ts";
import { ipProtocol } from "#net/wire/ip-protocol.ts";
import { emitIpv4, ipv4Offsets, parseIpv4, verifiesIpv4Checksum, type Ipv4Packet } from "#net/wire/ipv4.ts";
import type { IpAddress } from "#net/wire/prefix.ts";

/** Why a packet is dropped, where the statement names it. */
export const badHeader = "bad-header";
export const needsFragmentation = "needs-fragmentation";

/** DSCP CS6: precedence 6, tos 0xc0 (RFC 1812 §4.3.2.5). */
const internetworkControl = 48;

type Way = { iface: string; mtu: number; ip: Ip; mac: Mac | null };
type Cause = { type: number; code: number; rest: number };

const drop = (reason: string): RouterAction => ({ kind: "drop", reason });
const unreachable = (code: number, rest = 0): Cause => ({
  type: icmpv4Type.destinationUnreachable,
  code,
  rest,
});

/** A router's steps in the order of the statement (RFC 1812 §5.2.1 to §5.3.1). */
export function routePacket(router: Router, inIface: string, bytes: Uint8Array): RouterAction {
  const interfaces = router.ifaces.map(toInterface);
  const parsed = parseIpv4(bytes);
  if (!parsed.ok || !verifiesIpv4Checksum(bytes)) return drop(badHeader);
  const packet = parsed.value;
  const [source, destination] = [ip4(packet.source), ip4(packet.destination)];
  if (isNoSource(source)) return drop("martian");
  if (isForMe(interfaces, destination)) return { kind: "deliver", packet: bytes };
  if (!router.forwarding || isMulticast(destination)) return drop("not-forwarded");

  const refuse = (cause: Cause): RouterAction => errorAbout(router, inIface, bytes, packet, cause);
  if (packet.ttl <= 1) return refuse({ type: icmpv4Type.timeExceeded, code: 0, rest: 0 });
  const way = wayTo(router, interfaces, destination);
  if (way === null) return refuse(unreachable(unreachableCode.network));
  if (packet.totalLength > way.mtu) {
    return packet.df
      ? refuse(unreachable(unreachableCode.fragmentationNeeded, way.mtu))
      : drop(needsFragmentation);
  }
  const { iface, ip, mac } = way;
  if (mac === null) return { kind: "resolve", iface, ip };
  return { kind: "transmit", iface, dstMac: mac, packet: older(bytes) };
}

const isNoSource = (source: IpAddress): boolean =>
  isUnspecified(source) ||
  isLoopback(source) ||
  isMulticast(source) ||
  isReserved(source) ||
  isLimitedBroadcast(source);

const isForMe = (interfaces: readonly NetworkInterface[], destination: IpAddress): boolean =>
  isLocal(interfaces, destination) ||
  isLimitedBroadcast(destination) ||
  interfaces.some((at) => isDirectedBroadcast(at, destination));

/** Out of which interface, to which neighbour, and its MAC address where it is known; null without a route. */
function wayTo(router: Router, interfaces: readonly NetworkInterface[], destination: IpAddress): Way | null {
  const route = lookupRoute([...router.routes.map(toRoute), ...connectedRoutes(interfaces)], destination);
  if (route?.kind !== "unicast") return null;
  const hop = nextHop(interfaces, route, destination);
  const ip = formatIpv4Address(Number((hop.resolve ?? destination).value));
  return {
    iface: hop.interface,
    mtu: router.mtu[hop.interface] ?? 0,
    ip,
    mac: router.neighbours[ip] ?? null,
  };
}

/** The packet one hop older: TTL − 1, and the checksum brought up to date (RFC 1624 §3). */
function older(bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice();
  const before = readU16(copy, ipv4Offsets.ttl);
  writeU8(copy, ipv4Offsets.ttl, readU8(copy, ipv4Offsets.ttl) - 1);
  const checksum = readU16(copy, ipv4Offsets.checksum);
  writeU16(copy, ipv4Offsets.checksum, updateChecksum(checksum, before, readU16(copy, ipv4Offsets.ttl)));
  return copy;
}

/** The error on its way back, with the shortest quotation; a drop where none may be sent or no way leads back. */
function errorAbout(
  router: Router,
  inIface: string,
  bytes: Uint8Array,
  packet: Ipv4Packet,
  { type, code, rest }: Cause,
): RouterAction {
  const interfaces = router.ifaces.map(toInterface);
  const state = { interfaces: interfaces.map((at) => ({ ...at, mtu: 0 })), routes: [], forwarding: true };
  if (!mayCauseIcmpv4Error(state, { interface: inIface, linkBroadcast: false }, packet))
    return drop("silence");
  const way = wayTo(router, interfaces, ip4(packet.source));
  if (way === null) return drop("no-way-back");
  const { iface, ip, mac } = way;
  if (mac === null) return { kind: "resolve", iface, ip };
  const own = router.ifaces.find(({ name }) => name === iface)?.ip ?? "0.0.0.0";
  const data = bytes.subarray(0, Math.min(packet.headerBytes + 8, packet.totalLength));
  const message = emitIcmpv4({ type, code, rest, data });
  const error = message.ok
    ? emitIpv4({
        dscp: internetworkControl,
        ecn: 0,
        identification: 0,
        df: false,
        mf: false,
        fragmentOffset: 0,
        ttl: 64,
        protocol: ipProtocol.icmp,
        source: Number(toAddress(own).value),
        destination: packet.source,
        options: new Uint8Array(),
        payload: message.value,
      })
    : message;
  if (!error.ok) throw new RangeError(error.error.code);
  return { kind: "icmp", iface, dstMac: mac, packet: error.value };
}
