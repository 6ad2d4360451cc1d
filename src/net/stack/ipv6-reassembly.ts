import { readU8, writeU16, writeU8 } from "../bytes/big-endian.ts";
import { concatBytes } from "../bytes/byte-string.ts";
import { ipProtocol } from "../wire/ip-protocol.ts";
import { formatIpv6Address } from "../wire/ipv6-address.ts";
import { ipv6HeaderBytes, ipv6Offsets, parseIpv6, type Ipv6ParseError } from "../wire/ipv6.ts";
import {
  fragmentOffsetField,
  ipv6FragmentHeaderBytes,
  parseIpv6FragmentHeader,
} from "./ipv6-fragment-header.ts";
import { findFragmentHeader, type Ipv6Cut } from "./ipv6-per-fragment.ts";
import { addFragment, type LossReason, type ReassemblyState } from "./reassembly.ts";

/** 60 s after the first fragment came (RFC 8200 §4.5). */
export const ipv6ReassemblyLifetime = 60_000;

/** What an ICMPv6 Parameter Problem (type 4) is to say of a fragment; `pointer` counts from the start of the packet. */
export type ParameterProblem = { readonly code: 0 | 3; readonly pointer: number };

export type Ipv6Reassembly =
  /** `packet` is whole, or it came whole. */
  | { readonly kind: "complete"; readonly packet: Uint8Array }
  | { readonly kind: "waiting" | "duplicate" }
  | {
      readonly kind: "discarded";
      readonly reason: LossReason | Ipv6ParseError | "length" | "too-long" | "header-chain";
      readonly problem?: ParameterProblem;
    };

type Step = { readonly state: ReassemblyState; readonly outcome: Ipv6Reassembly };

/**
 * Takes a packet in, fragment or not (RFC 8200 §4.5). Fragments of one packet have source, destination and
 * identification in common. One overlap and the packet is lost (RFC 5722); a fragment that comes twice, byte for byte,
 * is no overlap. `now` and `lifetime` in ms.
 */
export function receiveIpv6Fragment(
  state: ReassemblyState,
  bytes: Uint8Array,
  now: number,
  lifetime = ipv6ReassemblyLifetime,
): Step {
  const parsed = parseIpv6(bytes);
  if (!parsed.ok) return { state, outcome: { kind: "discarded", reason: parsed.error.code } };
  const packet = bytes.subarray(0, ipv6HeaderBytes + parsed.value.payloadLength);
  const found = findFragmentHeader(packet);
  if (!found.ok) return { state, outcome: { kind: "discarded", reason: found.error.code } };
  const cut = found.value;
  if (cut === null) return { state, outcome: { kind: "complete", packet } };

  const header = parseIpv6FragmentHeader(packet, cut.end);
  const data = packet.subarray(cut.end + ipv6FragmentHeaderBytes);
  // An atomic fragment is complete by itself, whatever else has its identification (RFC 6946 §4).
  if (header.fragmentOffset === 0 && !header.more) return { state, outcome: wholePacket(packet, data) };
  const refused = refusal(packet, cut, data);
  if (refused !== null) return { state, outcome: refused };
  const { source, destination } = parsed.value;
  const step = addFragment(
    state,
    {
      key: [formatIpv6Address(source), formatIpv6Address(destination), header.identification].join(" "),
      offset: header.fragmentOffset,
      more: header.more,
      data,
      packet,
    },
    now,
    { lifetime, overlapOfEqualData: false },
  );
  if (step.outcome.kind !== "complete") return { state: step.state, outcome: step.outcome };
  return { state: step.state, outcome: wholePacket(step.outcome.first, step.outcome.data) };
}

/** The three faults of a single fragment of which its source is told. */
function refusal(packet: Uint8Array, cut: Ipv6Cut, data: Uint8Array): Ipv6Reassembly | null {
  const { fragmentOffset, more, nextHeader } = parseIpv6FragmentHeader(packet, cut.end);
  if (more && data.length % 8 !== 0) {
    return { kind: "discarded", reason: "length", problem: { code: 0, pointer: ipv6Offsets.payloadLength } };
  }
  if (cut.end - ipv6HeaderBytes + fragmentOffset + data.length > 0xffff) {
    const pointer = cut.end + fragmentOffsetField;
    return { kind: "discarded", reason: "too-long", problem: { code: 0, pointer } };
  }
  if (fragmentOffset === 0 && !holdsHeaderChain(data, nextHeader)) {
    return { kind: "discarded", reason: "header-chain", problem: { code: 3, pointer: 0 } };
  }
  return null;
}

/** Whether a first fragment has all headers up to that of the upper layer (RFC 7112 §5). */
function holdsHeaderChain(data: Uint8Array, nextHeader: number): boolean {
  let protocol = nextHeader;
  let at = 0;
  for (;;) {
    const length = headerLength(data, at, protocol);
    if (length === null || at + length > data.length) return length === null;
    if (upperHeader.has(protocol)) return true;
    protocol = readU8(data, at);
    at += length;
  }
}

/** Least lengths of headers of the upper layer, in bytes. */
const upperHeader = new Map<number, number>([
  [ipProtocol.tcp, 20],
  [ipProtocol.udp, 8],
  [ipProtocol.icmpv6, 8],
]);

/** In bytes; null for a protocol that ends the chain and whose header nobody here measures. */
function headerLength(data: Uint8Array, at: number, protocol: number): number | null {
  switch (protocol) {
    case ipProtocol.hopByHop:
    case ipProtocol.routing:
    case ipProtocol.destinationOptions:
      return (readU8(data, at + 1) + 1) * 8;
    case ipProtocol.ah:
      return (readU8(data, at + 1) + 2) * 4;
    default:
      return upperHeader.get(protocol) ?? null;
  }
}

/**
 * The Per-Fragment headers of the first fragment without its Fragment header, whose Next Header moves into them,
 * before all the data.
 */
function wholePacket(first: Uint8Array, data: Uint8Array): Ipv6Reassembly {
  const found = findFragmentHeader(first);
  if (!found.ok || found.value === null) return { kind: "discarded", reason: "truncated" };
  const { end, nextHeaderField } = found.value;
  if (end - ipv6HeaderBytes + data.length > 0xffff) return { kind: "discarded", reason: "too-long" };
  const packet = concatBytes(first.subarray(0, end), data);
  writeU8(packet, nextHeaderField, parseIpv6FragmentHeader(first, end).nextHeader);
  writeU16(packet, ipv6Offsets.payloadLength, packet.length - ipv6HeaderBytes);
  return { kind: "complete", packet };
}
