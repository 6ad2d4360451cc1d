import { readU16, readU32, readU8, writeU16, writeU32, writeU8 } from "../bytes/big-endian.ts";
import { concatBytes } from "../bytes/byte-string.ts";
import { outOfRange } from "../bytes/range.ts";
import { fail, ok, type Result } from "../bytes/result.ts";
import { ipv6AddressFromBytes, ipv6AddressToBytes, isIpv6Address, type Ipv6Address } from "./ipv6-address.ts";

/*
 * RFC 8200 §3.
 *
 *   0                   1                   2                   3
 *   0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 *  +-------+---------------+---------------------------------------+
 *  |Version| Traffic Class |              Flow Label               |
 *  +-------+---------------+-------+---------------+---------------+
 *  |        Payload Length         |  Next Header  |   Hop Limit   |
 *  +-------------------------------+---------------+---------------+
 *  |                  Source Address, 16 bytes                     |
 *  +---------------------------------------------------------------+
 *  |                Destination Address, 16 bytes                  |
 *  +---------------------------------------------------------------+
 */
export const ipv6Offsets = {
  versionClassFlow: 0,
  payloadLength: 4,
  nextHeader: 6,
  hopLimit: 7,
  source: 8,
  destination: 24,
} as const;
export const ipv6HeaderBytes = 40;

export type Ipv6Fields = {
  /** 8 bits: DSCP and ECN. */
  readonly trafficClass: number;
  /** 20 bits. */
  readonly flowLabel: number;
  /** Of what follows the fixed header, extension headers included. */
  readonly nextHeader: number;
  readonly hopLimit: number;
  readonly source: Ipv6Address;
  readonly destination: Ipv6Address;
};

export type Ipv6Header = Ipv6Fields & {
  /** In bytes, without the fixed header, with the extension headers. */
  readonly payloadLength: number;
};

export type Ipv6Packet = Ipv6Header & { readonly payload: Uint8Array };

export type Ipv6ParseError = "truncated" | "version" | "payload-length";

/** Reads the fixed header alone, from bytes that may be cut behind it. */
export function parseIpv6Header(bytes: Uint8Array): Result<Ipv6Header, "truncated" | "version"> {
  if (bytes.length < ipv6HeaderBytes) return fail("truncated", bytes.length);
  const word = readU32(bytes, ipv6Offsets.versionClassFlow);
  if (word >>> 28 !== 6) return fail("version", 0, "Version");
  return ok({
    trafficClass: (word >>> 20) & 0xff,
    flowLabel: word & 0xfffff,
    payloadLength: readU16(bytes, ipv6Offsets.payloadLength),
    nextHeader: readU8(bytes, ipv6Offsets.nextHeader),
    hopLimit: readU8(bytes, ipv6Offsets.hopLimit),
    source: ipv6AddressFromBytes(bytes, ipv6Offsets.source),
    destination: ipv6AddressFromBytes(bytes, ipv6Offsets.destination),
  });
}

/** Reads a whole packet; what comes after Payload Length is padding of the link. `payload` is a view into `bytes`. */
export function parseIpv6(bytes: Uint8Array): Result<Ipv6Packet, Ipv6ParseError> {
  const header = parseIpv6Header(bytes);
  if (!header.ok) return header;
  const end = ipv6HeaderBytes + header.value.payloadLength;
  if (end > bytes.length) return fail("payload-length", ipv6Offsets.payloadLength, "Payload Length");
  return ok({ ...header.value, payload: bytes.subarray(ipv6HeaderBytes, end) });
}

/** Writes a packet; Payload Length is computed. */
export function emitIpv6(
  packet: Ipv6Fields & { readonly payload: Uint8Array },
): Result<Uint8Array, "out-of-range"> {
  const at = ipv6Offsets;
  const { payload, source, destination } = packet;
  const fault = outOfRange([
    ["Traffic Class", at.versionClassFlow, packet.trafficClass, 8],
    ["Flow Label", at.versionClassFlow + 1, packet.flowLabel, 20],
    ["Payload Length", at.payloadLength, payload.length, 16],
    ["Next Header", at.nextHeader, packet.nextHeader, 8],
    ["Hop Limit", at.hopLimit, packet.hopLimit, 8],
  ]);
  if (fault !== null) return fault;
  if (!isIpv6Address(source)) return fail("out-of-range", at.source, "Source Address");
  if (!isIpv6Address(destination)) return fail("out-of-range", at.destination, "Destination Address");
  const header = new Uint8Array(ipv6HeaderBytes);
  writeU32(header, at.versionClassFlow, (6 << 28) | (packet.trafficClass << 20) | packet.flowLabel);
  writeU16(header, at.payloadLength, payload.length);
  writeU8(header, at.nextHeader, packet.nextHeader);
  writeU8(header, at.hopLimit, packet.hopLimit);
  header.set(ipv6AddressToBytes(source), at.source);
  header.set(ipv6AddressToBytes(destination), at.destination);
  return ok(concatBytes(header, payload));
}
