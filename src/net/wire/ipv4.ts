import { readU16, readU32, readU8, writeU16, writeU32, writeU8 } from "../bytes/big-endian.ts";
import { outOfRange } from "../bytes/range.ts";
import { fail, ok, type Result } from "../bytes/result.ts";
import type { Ipv4Address } from "./address.ts";
import { internetChecksum } from "./checksum.ts";

/*
 * RFC 791 §3.1; the second byte as RFC 2474 §3 and RFC 3168 §5 have it today.
 *
 *   0                   1                   2                   3
 *   0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 *  +-------+-------+-----------+---+-------------------------------+
 *  |Version|  IHL  |   DSCP    |ECN|         Total Length          |
 *  +-------+-------+-----------+---+-----+-------------------------+
 *  |        Identification         |R|D|M|     Fragment Offset     |
 *  +---------------+---------------+-----+-------------------------+
 *  | Time to Live  |   Protocol    |        Header Checksum        |
 *  +---------------+---------------+-------------------------------+
 *  |                        Source Address                         |
 *  +---------------------------------------------------------------+
 *  |                      Destination Address                      |
 *  +-----------------------------------------------+---------------+
 *  |              Options, 0 to 40 bytes           |    Padding    |
 *  +-----------------------------------------------+---------------+
 */
export const ipv4Offsets = {
  versionAndIhl: 0,
  dscpAndEcn: 1,
  totalLength: 2,
  identification: 4,
  flagsAndFragmentOffset: 6,
  ttl: 8,
  protocol: 9,
  checksum: 10,
  source: 12,
  destination: 16,
  options: 20,
} as const;

export const ipv4MinimumHeader = 20;
export const ipv4MaximumOptions = 40;

const reservedFlag = 0x8000;
const dontFragment = 0x4000;
const moreFragments = 0x2000;

/** What a sender chooses; lengths and checksum follow from it. */
export type Ipv4Fields = {
  /** 6 bits. */
  readonly dscp: number;
  /** 2 bits. */
  readonly ecn: number;
  readonly identification: number;
  /** The first of the three flag bits, zero on the wire. */
  readonly reserved?: boolean;
  readonly df: boolean;
  readonly mf: boolean;
  /** In bytes, a multiple of 8 (the field counts units of 8 bytes). */
  readonly fragmentOffset: number;
  readonly ttl: number;
  readonly protocol: number;
  readonly source: Ipv4Address;
  readonly destination: Ipv4Address;
  /** 0 to 40 bytes; `emitIpv4` pads them with zeros (EOOL) to a multiple of 4. */
  readonly options: Uint8Array;
  /** Written as it is when given; computed when absent. */
  readonly checksum?: number;
};

export type Ipv4Header = Required<Ipv4Fields> & {
  /** Header length in 32-bit words, 5 to 15. */
  readonly ihl: number;
  /** IHL × 4. */
  readonly headerBytes: number;
  /** Header and payload, in bytes. */
  readonly totalLength: number;
};

export type Ipv4Packet = Ipv4Header & { readonly payload: Uint8Array };

/** In the order in which they are looked for. `total-length`: below the header, or beyond the bytes at hand. */
export type Ipv4ParseError = "truncated" | "version" | "ihl" | "total-length";

/**
 * Reads the header alone, from bytes that may be cut behind it (an ICMP error quotes such a packet, RFC 792).
 * `options` is a view into `bytes`. The checksum is not judged: see `verifiesIpv4Checksum`.
 */
export function parseIpv4Header(bytes: Uint8Array): Result<Ipv4Header, Ipv4ParseError> {
  if (bytes.length < ipv4MinimumHeader) return fail("truncated", bytes.length);
  const first = readU8(bytes, ipv4Offsets.versionAndIhl);
  if (first >>> 4 !== 4) return fail("version", ipv4Offsets.versionAndIhl, "Version");
  const ihl = first & 0xf;
  const headerBytes = ihl * 4;
  if (ihl < 5 || headerBytes > bytes.length) return fail("ihl", ipv4Offsets.versionAndIhl, "IHL");
  const totalLength = readU16(bytes, ipv4Offsets.totalLength);
  if (totalLength < headerBytes) return fail("total-length", ipv4Offsets.totalLength, "Total Length");
  const tos = readU8(bytes, ipv4Offsets.dscpAndEcn);
  const flags = readU16(bytes, ipv4Offsets.flagsAndFragmentOffset);
  return ok({
    ihl,
    headerBytes,
    dscp: tos >>> 2,
    ecn: tos & 0b11,
    totalLength,
    identification: readU16(bytes, ipv4Offsets.identification),
    reserved: (flags & reservedFlag) !== 0,
    df: (flags & dontFragment) !== 0,
    mf: (flags & moreFragments) !== 0,
    fragmentOffset: (flags & 0x1fff) * 8,
    ttl: readU8(bytes, ipv4Offsets.ttl),
    protocol: readU8(bytes, ipv4Offsets.protocol),
    checksum: readU16(bytes, ipv4Offsets.checksum),
    source: readU32(bytes, ipv4Offsets.source),
    destination: readU32(bytes, ipv4Offsets.destination),
    options: bytes.subarray(ipv4Offsets.options, headerBytes),
  });
}

/**
 * Reads a whole packet (RFC 791 §3.1). The payload ends at Total Length: what comes after is padding of the link.
 * `options` and `payload` are views into `bytes`.
 */
export function parseIpv4(bytes: Uint8Array): Result<Ipv4Packet, Ipv4ParseError> {
  const header = parseIpv4Header(bytes);
  if (!header.ok) return header;
  const { headerBytes, totalLength } = header.value;
  if (totalLength > bytes.length) return fail("total-length", ipv4Offsets.totalLength, "Total Length");
  return ok({ ...header.value, payload: bytes.subarray(headerBytes, totalLength) });
}

/**
 * Whether the checksum of the header holds; it covers the header only (RFC 791 §3.1). With an unusable IHL the
 * first 20 bytes stand for the header, as RFC 1812 §5.2.2 puts this test before the one of the IHL.
 */
export function verifiesIpv4Checksum(bytes: Uint8Array): boolean {
  return internetChecksum(bytes.subarray(0, ipv4HeaderEnd(bytes))) === 0;
}

/** Where the header ends, in bytes: IHL × 4, or 20 when IHL cannot be meant. */
export function ipv4HeaderEnd(bytes: Uint8Array): number {
  const headerBytes = (readU8(bytes, ipv4Offsets.versionAndIhl) & 0xf) * 4;
  return headerBytes < ipv4MinimumHeader || headerBytes > bytes.length ? ipv4MinimumHeader : headerBytes;
}

/** Writes a packet; IHL, Total Length and (unless given) the checksum are computed. */
export function emitIpv4(
  packet: Ipv4Fields & { readonly payload: Uint8Array },
): Result<Uint8Array, "out-of-range"> {
  const at = ipv4Offsets;
  const { options, payload } = packet;
  if (options.length > ipv4MaximumOptions) return fail("out-of-range", at.options, "Options");
  const headerBytes = ipv4MinimumHeader + Math.ceil(options.length / 4) * 4;
  const totalLength = headerBytes + payload.length;
  const fault = outOfRange([
    ["DSCP", at.dscpAndEcn, packet.dscp, 6],
    ["ECN", at.dscpAndEcn, packet.ecn, 2],
    ["Total Length", at.totalLength, totalLength, 16],
    ["Identification", at.identification, packet.identification, 16],
    ["Fragment Offset", at.flagsAndFragmentOffset, packet.fragmentOffset / 8, 13],
    ["Time to Live", at.ttl, packet.ttl, 8],
    ["Protocol", at.protocol, packet.protocol, 8],
    ["Header Checksum", at.checksum, packet.checksum ?? 0, 16],
    ["Source Address", at.source, packet.source, 32],
    ["Destination Address", at.destination, packet.destination, 32],
  ]);
  if (fault !== null) return fault;

  const bytes = new Uint8Array(totalLength);
  writeU8(bytes, at.versionAndIhl, (4 << 4) | (headerBytes / 4));
  writeU8(bytes, at.dscpAndEcn, (packet.dscp << 2) | packet.ecn);
  writeU16(bytes, at.totalLength, totalLength);
  writeU16(bytes, at.identification, packet.identification);
  const flags =
    (packet.reserved === true ? reservedFlag : 0) |
    (packet.df ? dontFragment : 0) |
    (packet.mf ? moreFragments : 0);
  writeU16(bytes, at.flagsAndFragmentOffset, flags | (packet.fragmentOffset / 8));
  writeU8(bytes, at.ttl, packet.ttl);
  writeU8(bytes, at.protocol, packet.protocol);
  writeU32(bytes, at.source, packet.source);
  writeU32(bytes, at.destination, packet.destination);
  bytes.set(options, at.options);
  bytes.set(payload, headerBytes);
  const checksum = packet.checksum ?? internetChecksum(bytes.subarray(0, headerBytes));
  writeU16(bytes, at.checksum, checksum);
  return ok(bytes);
}
