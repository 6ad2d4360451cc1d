import { readU8, writeU32 } from "../bytes/big-endian.ts";
import { concatBytes } from "../bytes/byte-string.ts";
import { emitIcmpv6, icmpv6Type } from "../wire/icmpv6.ts";
import { ipProtocol } from "../wire/ip-protocol.ts";
import type { Ipv6Address } from "../wire/ipv6-address.ts";
import { walkExtensionHeaders } from "../wire/ipv6-extensions.ts";
import { emitIpv6, ipv6HeaderBytes, parseIpv6, type Ipv6Packet } from "../wire/ipv6.ts";
import type { IpAddress } from "../wire/prefix.ts";
import { isLoopback, isMulticast, isUnspecified } from "./address-role.ts";
import { addressOn, sendOf, type Arrival, type RouterState, type SendAction } from "./router.ts";

/** Type, code and second word (RFC 4443 §3) of an error. */
export type Icmpv6Cause = {
  readonly type: number;
  readonly code: number;
  readonly rest?: number;
  /** Packet too big, and options whose type begins with 10, are answered even to groups (RFC 4443 §2.4 (e.3)). */
  readonly evenToGroups?: boolean;
};

/** An error fits into the least MTU of IPv6 (RFC 4443 §2.4 (c)). */
const longestError = 1280;
const errorHeaderBytes = 8;

export const unreachable6Code = { noRoute: 0, prohibited: 1, beyondScope: 2, address: 3, port: 4 } as const;
export const parameterProblemCode = { header: 0, nextHeader: 1, option: 2 } as const;

export const ip6 = (value: Ipv6Address): IpAddress => ({ version: 6, value });

/** Types below 128 are errors (RFC 4443 §2.1); a redirect counts as one here (§2.4 (e.2)). */
const carriesError = (bytes: Uint8Array): boolean => {
  const chain = walkExtensionHeaders(bytes);
  if (!chain.ok || chain.value.upper !== ipProtocol.icmpv6) return false;
  const later = chain.value.headers.some((header) => header.kind === "fragment" && header.fragmentOffset > 0);
  const type = readU8(bytes, chain.value.upperOffset);
  // What a later fragment is a piece of, nobody can tell.
  return later || type < 128 || type === icmpv6Type.redirect;
};

/** Whether a packet may cause an ICMPv6 error (RFC 4443 §2.4 (e)). */
export function mayCauseIcmpv6Error(
  arrival: Arrival,
  bytes: Uint8Array,
  { source, destination }: Ipv6Packet,
  evenToGroups: boolean,
): boolean {
  if (carriesError(bytes)) return false;
  if (!evenToGroups && (isMulticast(ip6(destination)) || arrival.linkBroadcast)) return false;
  return !(isUnspecified(ip6(source)) || isMulticast(ip6(source)) || isLoopback(ip6(source)));
}

/**
 * The error about `bytes`, a packet that parses, on its way to the source; null where none may be sent or no way
 * leads back. It comes from `from`, or from the address of the interface that it leaves by (RFC 4443 §2.2).
 */
export function icmpv6Error(
  router: RouterState,
  arrival: Arrival,
  bytes: Uint8Array,
  cause: Icmpv6Cause,
  from: Ipv6Address | null = null,
): SendAction | null {
  const about = parseIpv6(bytes);
  const { type, code, rest = 0, evenToGroups = false } = cause;
  if (!about.ok || !mayCauseIcmpv6Error(arrival, bytes, about.value, evenToGroups)) return null;
  const way = sendOf(router, ip6(about.value.source), bytes);
  const source = from ?? (way === null ? null : addressOn(router, way.interface, 6)?.value) ?? null;
  if (way === null || source === null) return null;
  const word = new Uint8Array(4);
  writeU32(word, 0, rest);
  const whole = bytes.subarray(0, ipv6HeaderBytes + about.value.payloadLength);
  const quoted = whole.subarray(0, longestError - ipv6HeaderBytes - errorHeaderBytes);
  const packet = carryIcmpv6(
    { source, destination: about.value.source },
    type,
    code,
    concatBytes(word, quoted),
  );
  return packet === null ? null : { ...way, packet };
}

/** A message in a packet with hop limit 64. */
export function carryIcmpv6(
  ends: { readonly source: Ipv6Address; readonly destination: Ipv6Address },
  type: number,
  code: number,
  body: Uint8Array,
): Uint8Array | null {
  const message = emitIcmpv6({ type, code, checksum: ends, body });
  return message.ok ? carryIpv6(ends, ipProtocol.icmpv6, message.value) : null;
}

export function carryIpv6(
  ends: { readonly source: Ipv6Address; readonly destination: Ipv6Address },
  nextHeader: number,
  payload: Uint8Array,
): Uint8Array | null {
  const fields = { source: ends.source, destination: ends.destination, nextHeader, payload };
  const packet = emitIpv6({ ...fields, trafficClass: 0, flowLabel: 0, hopLimit: 64 });
  return packet.ok ? packet.value : null;
}
