import type { Result } from "../bytes/result.ts";
import { readU8 } from "../bytes/big-endian.ts";
import type { Ipv4Address } from "../wire/address.ts";
import { emitIcmpv4, icmpHeaderBytes, icmpv4Type } from "../wire/icmpv4.ts";
import { ipProtocol } from "../wire/ip-protocol.ts";
import { emitIpv4, ipv4MinimumHeader, parseIpv4, type Ipv4Packet } from "../wire/ipv4.ts";
import type { IpAddress } from "../wire/prefix.ts";
import { isLimitedBroadcast, isLoopback, isMulticast, isReserved, isUnspecified } from "./address-role.ts";
import { isDirectedBroadcast } from "./network-interface.ts";
import { addressOn, sendOf, type Arrival, type RouterState, type SendAction } from "./router.ts";
import { returnRoute } from "./source-route.ts";

/** Type, code and second word (RFC 792) of an error. */
export type Icmpv4Cause = { readonly type: number; readonly code: number; readonly rest?: number };

/** With everything quoted that fits, an error has at most this many bytes (RFC 1812 §4.3.2.3). */
const longestError = 576;

/** DSCP CS6: the precedence 6 that RFC 1812 §4.3.2.5 gives to errors. */
const internetworkControl = 48;

export const ip4 = (value: Ipv4Address): IpAddress => ({ version: 4, value: BigInt(value) });

const errorTypes: readonly number[] = [
  icmpv4Type.destinationUnreachable,
  icmpv4Type.sourceQuench,
  icmpv4Type.redirect,
  icmpv4Type.timeExceeded,
  icmpv4Type.parameterProblem,
];

/**
 * Whether a packet may cause an ICMP error (RFC 1812 §4.3.2.7): never one that is itself an ICMP error, that went to
 * many, that came in a frame to many, that is a fragment but the first, or whose source is no single host. Errors
 * about those would multiply.
 */
export function mayCauseIcmpv4Error(router: RouterState, arrival: Arrival, packet: Ipv4Packet): boolean {
  const [source, destination] = [ip4(packet.source), ip4(packet.destination)];
  if (arrival.linkBroadcast || packet.fragmentOffset > 0) return false;
  if (packet.protocol === ipProtocol.icmp && errorTypes.includes(readU8(packet.payload, 0))) return false;
  if (isMulticast(destination) || isLimitedBroadcast(destination)) return false;
  if (
    router.interfaces.some((at) => isDirectedBroadcast(at, destination) || isDirectedBroadcast(at, source))
  ) {
    return false;
  }
  return !(
    isUnspecified(source) ||
    isLoopback(source) ||
    isMulticast(source) ||
    isLimitedBroadcast(source) ||
    isReserved(source)
  );
}

/**
 * The error about `bytes`, a packet that parses, on its way to the source; null where none may be sent or no way
 * leads back. It comes from `from`, or from the address of the interface that it leaves by (RFC 1812 §4.3.2.4).
 */
export function icmpv4Error(
  router: RouterState,
  arrival: Arrival,
  bytes: Uint8Array,
  cause: Icmpv4Cause,
  identification: number,
  from: Ipv4Address | null = null,
): SendAction | null {
  const about = parseIpv4(bytes);
  if (!about.ok) return null;
  const quoted = bytes.subarray(0, about.value.totalLength);
  const own = router.behaviour?.icmpv4Error?.(quoted, cause, arrival.linkBroadcast);
  if (own === null || (own === undefined && !mayCauseIcmpv4Error(router, arrival, about.value))) return null;
  const back = returnRoute(about.value);
  const way = sendOf(router, ip4(back.destination), bytes);
  if (way === null) return null;
  const address = addressOn(router, way.interface, 4);
  const source = from ?? (address === null ? null : Number(address.value));
  if (source === null) return null;
  const message = own ?? errorMessage(quoted, cause, back.options.length);
  if (message === null) return null;
  const packet = carryError(message, { source, identification, ...back });
  return packet.ok ? { ...way, packet: packet.value } : null;
}

/** An error about `quoted`, as much of it as fits beside the options of the packet that carries it. */
function errorMessage(
  quoted: Uint8Array,
  { type, code, rest = 0 }: Icmpv4Cause,
  optionBytes: number,
): Uint8Array | null {
  const room = longestError - ipv4MinimumHeader - Math.ceil(optionBytes / 4) * 4 - icmpHeaderBytes;
  const message = emitIcmpv4({ type, code, rest, data: quoted.subarray(0, room) });
  return message.ok ? message.value : null;
}

/** The packet that carries an error. */
function carryError(
  payload: Uint8Array,
  carrier: Pick<Ipv4Packet, "source" | "destination" | "identification" | "options">,
): Result<Uint8Array, "out-of-range"> {
  return emitIpv4({
    ...carrier,
    dscp: internetworkControl,
    ecn: 0,
    df: false,
    mf: false,
    fragmentOffset: 0,
    ttl: 64,
    protocol: ipProtocol.icmp,
    payload,
  });
}
