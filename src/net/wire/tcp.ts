import { readU16, readU32, writeU16, writeU32 } from "../bytes/big-endian.ts";
import { outOfRange } from "../bytes/range.ts";
import { fail, ok, type Result } from "../bytes/result.ts";
import { ipProtocol } from "./ip-protocol.ts";
import { transportChecksum, type IpEnds } from "./pseudo-header.ts";

/*
 * RFC 9293 §3.1; AE is the bit that RFC 9768 took from the reserved ones.
 *
 *   0                   1                   2                   3
 *   0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 *  +-------------------------------+-------------------------------+
 *  |          Source Port          |       Destination Port        |
 *  +-------------------------------+-------------------------------+
 *  |                        Sequence Number                        |
 *  +---------------------------------------------------------------+
 *  |                    Acknowledgment Number                      |
 *  +-------+-----+-+-+-+-+-+-+-+-+-+-------------------------------+
 *  | Data  |Rsrvd|A|C|E|U|A|P|R|S|F|            Window             |
 *  | Offset|     |E|W|C|R|C|S|S|Y|I|                               |
 *  |       |     | |R|E|G|K|H|T|N|N|                               |
 *  +-------+-----+-+-+-+-+-+-+-+-+-+-------------------------------+
 *  |           Checksum            |        Urgent Pointer         |
 *  +-------------------------------+-------------------------------+
 *  |                   Options, 0 to 40 bytes                      |
 *  +---------------------------------------------------------------+
 */
export const tcpOffsets = {
  sourcePort: 0,
  destinationPort: 2,
  sequenceNumber: 4,
  acknowledgmentNumber: 8,
  dataOffset: 12,
  flags: 13,
  window: 14,
  checksum: 16,
  urgentPointer: 18,
  options: 20,
} as const;
export const tcpMinimumHeader = 20;

export const tcpFlag = {
  FIN: 0x001,
  SYN: 0x002,
  RST: 0x004,
  PSH: 0x008,
  ACK: 0x010,
  URG: 0x020,
  ECE: 0x040,
  CWR: 0x080,
  AE: 0x100,
} as const;

/** Names of the flags that are set, lowest bit first. */
export const tcpFlagNames = (flags: number): string[] =>
  Object.entries(tcpFlag).flatMap(([name, bit]) => ((flags & bit) === 0 ? [] : [name]));

export type TcpHeader = {
  readonly sourcePort: number;
  readonly destinationPort: number;
  readonly sequenceNumber: number;
  readonly acknowledgmentNumber: number;
  /** Header length in bytes (the field counts 32-bit words). */
  readonly dataOffset: number;
  /** 3 bits, zero on the wire. */
  readonly reserved: number;
  /** 9 bits, see `tcpFlag`. */
  readonly flags: number;
  /** As on the wire, not scaled (RFC 7323 §2.2). */
  readonly window: number;
  readonly checksum: number;
  readonly urgentPointer: number;
  /** 0 to 40 bytes, padding included. */
  readonly options: Uint8Array;
};

export type TcpSegment = TcpHeader & { readonly payload: Uint8Array };

/** `data-offset`: below 5 words, or beyond the bytes at hand. */
export type TcpParseError = "truncated" | "data-offset";

/** Reads a segment; `options` and `payload` are views into `bytes`. Options are not judged, see tcp-options.ts. */
export function parseTcp(bytes: Uint8Array): Result<TcpSegment, TcpParseError> {
  if (bytes.length < tcpMinimumHeader) return fail("truncated", bytes.length);
  const at = tcpOffsets;
  const word = readU16(bytes, at.dataOffset);
  const dataOffset = (word >>> 12) * 4;
  if (dataOffset < tcpMinimumHeader || dataOffset > bytes.length) {
    return fail("data-offset", at.dataOffset, "Data Offset");
  }
  return ok({
    sourcePort: readU16(bytes, at.sourcePort),
    destinationPort: readU16(bytes, at.destinationPort),
    sequenceNumber: readU32(bytes, at.sequenceNumber),
    acknowledgmentNumber: readU32(bytes, at.acknowledgmentNumber),
    dataOffset,
    reserved: (word >>> 9) & 0b111,
    flags: word & 0x1ff,
    window: readU16(bytes, at.window),
    checksum: readU16(bytes, at.checksum),
    urgentPointer: readU16(bytes, at.urgentPointer),
    options: bytes.subarray(at.options, dataOffset),
    payload: bytes.subarray(dataOffset),
  });
}

/**
 * Writes a segment; Data Offset is computed, options are padded with zeros to a multiple of 4. `checksum` is written
 * as it is, or computed for a packet between these addresses.
 */
export function emitTcp(
  segment: Omit<TcpSegment, "dataOffset" | "reserved" | "checksum"> & {
    readonly reserved?: number;
    readonly checksum: number | IpEnds;
  },
): Result<Uint8Array, "out-of-range"> {
  const at = tcpOffsets;
  const { options, payload, checksum, reserved = 0 } = segment;
  const fault = outOfRange([
    ["Source Port", at.sourcePort, segment.sourcePort, 16],
    ["Destination Port", at.destinationPort, segment.destinationPort, 16],
    ["Sequence Number", at.sequenceNumber, segment.sequenceNumber, 32],
    ["Acknowledgment Number", at.acknowledgmentNumber, segment.acknowledgmentNumber, 32],
    ["Rsrvd", at.dataOffset, reserved, 3],
    ["Control Bits", at.flags, segment.flags, 9],
    ["Window", at.window, segment.window, 16],
    ["Checksum", at.checksum, typeof checksum === "number" ? checksum : 0, 16],
    ["Urgent Pointer", at.urgentPointer, segment.urgentPointer, 16],
  ]);
  if (fault !== null) return fault;
  if (options.length > 40) return fail("out-of-range", at.options, "Options");
  const dataOffset = tcpMinimumHeader + Math.ceil(options.length / 4) * 4;
  const bytes = new Uint8Array(dataOffset + payload.length);
  writeU16(bytes, at.sourcePort, segment.sourcePort);
  writeU16(bytes, at.destinationPort, segment.destinationPort);
  writeU32(bytes, at.sequenceNumber, segment.sequenceNumber);
  writeU32(bytes, at.acknowledgmentNumber, segment.acknowledgmentNumber);
  writeU16(bytes, at.dataOffset, (dataOffset << 10) | (reserved << 9) | segment.flags);
  writeU16(bytes, at.window, segment.window);
  writeU16(bytes, at.urgentPointer, segment.urgentPointer);
  bytes.set(options, at.options);
  bytes.set(payload, dataOffset);
  const sum = typeof checksum === "number" ? checksum : transportChecksum(checksum, ipProtocol.tcp, bytes);
  writeU16(bytes, at.checksum, sum);
  return ok(bytes);
}
