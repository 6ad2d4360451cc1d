import { readU16 } from "../../bytes/big-endian.ts";
import {
  icmpv4Type,
  readIcmpv4,
  unreachableCode,
  type Icmpv4Message,
  type QuotedIpv4,
} from "../../wire/icmpv4.ts";
import { icmpv6Type, readIcmpv6, type Icmpv6Message, type QuotedIpv6 } from "../../wire/icmpv6.ts";
import { ipProtocol } from "../../wire/ip-protocol.ts";
import type { IpAddress } from "../../wire/prefix.ts";
import { ip4 } from "../icmpv4-error.ts";
import { ip6 } from "../icmpv6-error.ts";
import type { ProcessEvent, QuotedPacket } from "./process.ts";

/** How an ICMP message came. */
export type IcmpCarrier = { readonly from: IpAddress; readonly ttl: number };

/** What an ICMPv4 message for the node tells its programs; null for what is no news for them. */
export function icmpv4Event(carrier: IcmpCarrier, message: Icmpv4Message): ProcessEvent | null {
  const content = readIcmpv4(message);
  const { type, code, data } = message;
  if (content.kind === "echo" && type === icmpv4Type.echoReply) {
    const { identifier, sequenceNumber } = content;
    return { kind: "echo-reply", ...carrier, identifier, sequence: sequenceNumber, data };
  }
  // A redirect is for the routing table, not for programs.
  if (content.kind !== "error" || type === icmpv4Type.redirect) return null;
  const about = content.quoted === null ? null : quoted4(content.quoted);
  return { kind: "error", ...carrier, version: 4, type, code, mtu: content.nextHopMtu ?? null, about };
}

/** The same for ICMPv6. */
export function icmpv6Event(carrier: IcmpCarrier, message: Icmpv6Message): ProcessEvent | null {
  const content = readIcmpv6(message);
  const { type, code, body } = message;
  if (content.kind === "echo" && type === icmpv6Type.echoReply) {
    const { identifier, sequenceNumber } = content;
    return { kind: "echo-reply", ...carrier, identifier, sequence: sequenceNumber, data: body.subarray(4) };
  }
  if (content.kind !== "error") return null;
  const about = content.quoted === null ? null : quoted6(content.quoted);
  return { kind: "error", ...carrier, version: 6, type, code, mtu: content.mtu ?? null, about };
}

/** Whether the error says that a packet was too long for a link. */
export const isTooBig = (event: Extract<ProcessEvent, { kind: "error" }>): boolean =>
  event.version === 4
    ? event.type === icmpv4Type.destinationUnreachable && event.code === unreachableCode.fragmentationNeeded
    : event.type === icmpv6Type.packetTooBig;

function quoted4({ header, payload }: QuotedIpv4): QuotedPacket {
  const destination = ip4(header.destination);
  if (header.fragmentOffset > 0) return { destination, kind: "other" };
  return { destination, ...transportOf(header.protocol, payload) };
}

const quoted6 = ({ header, payload }: QuotedIpv6): QuotedPacket => {
  const destination = ip6(header.destination);
  // Behind a Fragment header of offset 0 stands the header of the upper layer (RFC 8200 §4.5).
  const first = header.nextHeader === ipProtocol.fragment && (readU16(payload, 2) & 0xfff8) === 0;
  return first
    ? { destination, ...transportOf(payload[0] ?? 0, payload.subarray(8)) }
    : { destination, ...transportOf(header.nextHeader, payload) };
};

type Transport =
  | { readonly kind: "echo"; readonly identifier: number; readonly sequence: number }
  | { readonly kind: "udp"; readonly sourcePort: number; readonly destinationPort: number }
  | { readonly kind: "other" };

/** Eight bytes of the payload are enough (RFC 792). */
function transportOf(protocol: number, payload: Uint8Array): Transport {
  if (payload.length < 8) return { kind: "other" };
  if (protocol === ipProtocol.udp) {
    return { kind: "udp", sourcePort: readU16(payload, 0), destinationPort: readU16(payload, 2) };
  }
  const request = protocol === ipProtocol.icmp ? icmpv4Type.echoRequest : icmpv6Type.echoRequest;
  const icmp = protocol === ipProtocol.icmp || protocol === ipProtocol.icmpv6;
  return icmp && payload[0] === request
    ? { kind: "echo", identifier: readU16(payload, 4), sequence: readU16(payload, 6) }
    : { kind: "other" };
}
