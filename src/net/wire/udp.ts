import { readU16, writeU16 } from "../bytes/big-endian.ts";
import { outOfRange } from "../bytes/range.ts";
import { fail, ok, type Result } from "../bytes/result.ts";
import { ipProtocol } from "./ip-protocol.ts";
import { transportChecksum, verifiesTransportChecksum, type IpEnds } from "./pseudo-header.ts";

/*
 * RFC 768.
 *
 *   0                   1                   2                   3
 *  +-------------------------------+-------------------------------+
 *  |          Source Port          |       Destination Port        |
 *  +-------------------------------+-------------------------------+
 *  |            Length             |           Checksum            |
 *  +-------------------------------+-------------------------------+
 */
export const udpOffsets = { sourcePort: 0, destinationPort: 2, length: 4, checksum: 6 } as const;
export const udpHeaderBytes = 8;

export type UdpHeader = {
  readonly sourcePort: number;
  readonly destinationPort: number;
  /** Header and data, in bytes. */
  readonly length: number;
  /** 0: the sender computed none (IPv4 only). */
  readonly checksum: number;
};

export type UdpDatagram = UdpHeader & { readonly payload: Uint8Array };

/** `length`: below 8, or beyond the bytes at hand. */
export type UdpParseError = "truncated" | "length";

/** Reads the header alone, from bytes that may be cut behind it. */
export function parseUdpHeader(bytes: Uint8Array): Result<UdpHeader, UdpParseError> {
  if (bytes.length < udpHeaderBytes) return fail("truncated", bytes.length);
  const length = readU16(bytes, udpOffsets.length);
  if (length < udpHeaderBytes) return fail("length", udpOffsets.length, "Length");
  return ok({
    sourcePort: readU16(bytes, udpOffsets.sourcePort),
    destinationPort: readU16(bytes, udpOffsets.destinationPort),
    length,
    checksum: readU16(bytes, udpOffsets.checksum),
  });
}

/** Reads a whole datagram. The data ends at Length; `payload` is a view into `bytes`. */
export function parseUdp(bytes: Uint8Array): Result<UdpDatagram, UdpParseError> {
  const header = parseUdpHeader(bytes);
  if (!header.ok) return header;
  if (header.value.length > bytes.length) return fail("length", udpOffsets.length, "Length");
  return ok({ ...header.value, payload: bytes.subarray(udpHeaderBytes, header.value.length) });
}

/**
 * What the checksum of a datagram says. `absent`: zero over IPv4, not computed (RFC 768). `illegal`: zero over IPv6,
 * where it is mandatory (RFC 8200 §8.1). `bytes` begins with the header and may be longer than Length.
 */
export function udpChecksumStatus(bytes: Uint8Array, ends: IpEnds): "good" | "bad" | "absent" | "illegal" {
  if (readU16(bytes, udpOffsets.checksum) === 0)
    return typeof ends.source === "number" ? "absent" : "illegal";
  const datagram = bytes.subarray(0, readU16(bytes, udpOffsets.length));
  return verifiesTransportChecksum(ends, ipProtocol.udp, datagram) ? "good" : "bad";
}

/** The checksum to send: a computed 0 goes out as 0xffff, since 0 means none (RFC 768). */
export const udpChecksum = (datagram: Uint8Array, ends: IpEnds): number =>
  transportChecksum(ends, ipProtocol.udp, datagram) || 0xffff;

/** Writes a datagram. `checksum` is written as it is, or computed for a packet between these addresses. */
export function emitUdp(datagram: {
  readonly sourcePort: number;
  readonly destinationPort: number;
  readonly checksum: number | IpEnds;
  readonly payload: Uint8Array;
}): Result<Uint8Array, "out-of-range"> {
  const { sourcePort, destinationPort, checksum, payload } = datagram;
  const length = udpHeaderBytes + payload.length;
  const fault = outOfRange([
    ["Source Port", udpOffsets.sourcePort, sourcePort, 16],
    ["Destination Port", udpOffsets.destinationPort, destinationPort, 16],
    ["Length", udpOffsets.length, length, 16],
    ["Checksum", udpOffsets.checksum, typeof checksum === "number" ? checksum : 0, 16],
  ]);
  if (fault !== null) return fault;
  const bytes = new Uint8Array(length);
  writeU16(bytes, udpOffsets.sourcePort, sourcePort);
  writeU16(bytes, udpOffsets.destinationPort, destinationPort);
  writeU16(bytes, udpOffsets.length, length);
  bytes.set(payload, udpHeaderBytes);
  writeU16(
    bytes,
    udpOffsets.checksum,
    typeof checksum === "number" ? checksum : udpChecksum(bytes, checksum),
  );
  return ok(bytes);
}
