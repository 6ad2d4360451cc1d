import { readU16, readU8, writeU16 } from "../bytes/big-endian.ts";
import { outOfRange } from "../bytes/range.ts";
import { ok, type Result } from "../bytes/result.ts";
import { updateChecksum } from "../wire/checksum.ts";
import { icmpHeaderBytes, icmpOffsets, icmpv4Type } from "../wire/icmpv4.ts";
import { ipProtocol } from "../wire/ip-protocol.ts";
import { ipv4Offsets, parseIpv4Header, type Ipv4Header, type Ipv4ParseError } from "../wire/ipv4.ts";
import { tcpOffsets } from "../wire/tcp.ts";
import { udpOffsets } from "../wire/udp.ts";
import type { Flow } from "./nat-entry.ts";

/** The ends that a packet shall have; what is absent stays as it is. */
export type NewEnds = Partial<Omit<Flow, "protocol">>;

/** Where ports and checksum of what a packet carries stand, in bytes from the start of the packet. */
type Transport = {
  readonly sourcePort: number | null;
  readonly destinationPort: number | null;
  readonly checksum: number;
  /** Covers the addresses too (RFC 768, RFC 9293 §3.1). */
  readonly pseudoHeader: boolean;
  /** A checksum of 0 means that there is none (RFC 768). */
  readonly zeroIsNone: boolean;
};

/**
 * The same packet with other ends, in a new array: addresses, TCP and UDP ports, the identifier of an ICMP query, and
 * every checksum that covers them, each brought up to date from the words that changed (RFC 3022 §4.1, §4.2 with the
 * arithmetic of RFC 1624 §3). A wrong checksum stays wrong, a UDP checksum of 0 stays 0.
 *
 * `packet` may be cut behind its header, as one that an ICMP error quotes: what is not there is not changed. A later
 * fragment has neither ports nor checksum; of the first, the checksum covers the addresses of all.
 */
export function rewriteIpv4Ends(
  packet: Uint8Array,
  ends: NewEnds,
): Result<Uint8Array, Ipv4ParseError | "out-of-range"> {
  const header = parseIpv4Header(packet);
  if (!header.ok) return header;
  const { source, destination, sourcePort, destinationPort } = ends;
  const fault = outOfRange([
    ["Source Address", ipv4Offsets.source, source ?? 0, 32],
    ["Destination Address", ipv4Offsets.destination, destination ?? 0, 32],
    ["Source Port", header.value.headerBytes, sourcePort ?? 0, 16],
    ["Destination Port", header.value.headerBytes + 2, destinationPort ?? 0, 16],
  ]);
  if (fault !== null) return fault;

  const copy = packet.slice();
  const transport = transportOf(packet, header.value);
  const replace = (offset: number, word: number, ...sums: readonly Checksum[]): void => {
    if (offset + 2 > copy.length) return;
    const before = readU16(copy, offset);
    writeU16(copy, offset, word);
    for (const sum of sums) bringUpToDate(copy, sum, before, word);
  };
  const own: Checksum = { offset: ipv4Offsets.checksum, zeroIsNone: false };
  const carried = transport === null ? [] : [{ offset: transport.checksum, ...transport }];
  const overAddresses = [own, ...carried.filter(({ pseudoHeader }) => pseudoHeader)];
  const replaceAddress = (offset: number, address: number): void => {
    replace(offset, address >>> 16, ...overAddresses);
    replace(offset + 2, address & 0xffff, ...overAddresses);
  };
  if (source !== undefined) replaceAddress(ipv4Offsets.source, source);
  if (destination !== undefined) replaceAddress(ipv4Offsets.destination, destination);
  const at = { source: transport?.sourcePort ?? null, destination: transport?.destinationPort ?? null };
  if (sourcePort !== undefined && at.source !== null) replace(at.source, sourcePort, ...carried);
  if (destinationPort !== undefined && at.destination !== null) {
    replace(at.destination, destinationPort, ...carried);
  }
  return ok(copy);
}

type Checksum = { readonly offset: number; readonly zeroIsNone: boolean };

function bringUpToDate(bytes: Uint8Array, { offset, zeroIsNone }: Checksum, old: number, now: number): void {
  if (offset + 2 > bytes.length) return;
  const checksum = readU16(bytes, offset);
  if (zeroIsNone && checksum === 0) return;
  const updated = updateChecksum(checksum, old, now);
  // A computed 0 goes out as 0xffff where 0 means none (RFC 768).
  writeU16(bytes, offset, zeroIsNone && updated === 0 ? 0xffff : updated);
}

function transportOf(
  packet: Uint8Array,
  { protocol, headerBytes, fragmentOffset }: Ipv4Header,
): Transport | null {
  if (fragmentOffset > 0) return null;
  switch (protocol) {
    case ipProtocol.tcp:
      return {
        sourcePort: headerBytes + tcpOffsets.sourcePort,
        destinationPort: headerBytes + tcpOffsets.destinationPort,
        checksum: headerBytes + tcpOffsets.checksum,
        pseudoHeader: true,
        zeroIsNone: false,
      };
    case ipProtocol.udp:
      return {
        sourcePort: headerBytes + udpOffsets.sourcePort,
        destinationPort: headerBytes + udpOffsets.destinationPort,
        checksum: headerBytes + udpOffsets.checksum,
        pseudoHeader: true,
        zeroIsNone: true,
      };
    case ipProtocol.icmp: {
      if (packet.length < headerBytes + icmpHeaderBytes) return null;
      const side = icmpIdentifierSide(readU8(packet, headerBytes + icmpOffsets.type));
      if (side === null) return null;
      const identifier = headerBytes + icmpOffsets.rest;
      return {
        sourcePort: side === "source" ? identifier : null,
        destinationPort: side === "destination" ? identifier : null,
        checksum: headerBytes + icmpOffsets.checksum,
        pseudoHeader: false,
        zeroIsNone: false,
      };
    }
    default:
      return null;
  }
}

/**
 * Whose port the identifier of an ICMP query stands for: of a query its sender's, of a reply its receiver's, as both
 * bear the one that the asker chose (RFC 3022 §4.1). Null: the message has none.
 */
export function icmpIdentifierSide(type: number): "source" | "destination" | null {
  switch (type) {
    case icmpv4Type.echoRequest:
    case icmpv4Type.timestampRequest:
      return "source";
    case icmpv4Type.echoReply:
    case icmpv4Type.timestampReply:
      return "destination";
    default:
      return null;
  }
}
