import { readU16, readU32, readU8, writeU16, writeU32, writeU8 } from "../bytes/big-endian.ts";
import { outOfRange } from "../bytes/range.ts";
import { fail, ok, type Result } from "../bytes/result.ts";
import type { Ipv4Address } from "./address.ts";
import { internetChecksum } from "./checksum.ts";
import { parseIpv4Header, type Ipv4Header } from "./ipv4.ts";

/*
 * RFC 792.
 *
 *   0                   1                   2                   3
 *  +---------------+---------------+-------------------------------+
 *  |     Type      |     Code      |           Checksum            |
 *  +---------------+---------------+-------------------------------+
 *  |   Rest of header: identifier and sequence number, a pointer,  |
 *  |   a gateway, or the MTU of the next hop, as the type has it   |
 *  +---------------------------------------------------------------+
 *  |   Data; in errors the header and first bytes of the packet    |
 *  +---------------------------------------------------------------+
 */
export const icmpOffsets = { type: 0, code: 1, checksum: 2, rest: 4, data: 8 } as const;
export const icmpHeaderBytes = 8;

export const icmpv4Type = {
  echoReply: 0,
  destinationUnreachable: 3,
  /** Deprecated by RFC 6633. */
  sourceQuench: 4,
  redirect: 5,
  echoRequest: 8,
  timeExceeded: 11,
  parameterProblem: 12,
  timestampRequest: 13,
  timestampReply: 14,
} as const;

/** Codes of Destination Unreachable that this course meets. */
export const unreachableCode = {
  network: 0,
  host: 1,
  protocol: 2,
  port: 3,
  fragmentationNeeded: 4,
  sourceRouteFailed: 5,
  administrativelyProhibited: 13,
} as const;

export type Icmpv4Message = {
  readonly type: number;
  readonly code: number;
  readonly checksum: number;
  /** The second word, 32 bits; `readIcmpv4` says what it means. */
  readonly rest: number;
  readonly data: Uint8Array;
};

/** Reads what IPv4 carries; `data` is a view into `bytes`. */
export function parseIcmpv4(bytes: Uint8Array): Result<Icmpv4Message, "truncated"> {
  if (bytes.length < icmpHeaderBytes) return fail("truncated", bytes.length);
  return ok({
    type: readU8(bytes, icmpOffsets.type),
    code: readU8(bytes, icmpOffsets.code),
    checksum: readU16(bytes, icmpOffsets.checksum),
    rest: readU32(bytes, icmpOffsets.rest),
    data: bytes.subarray(icmpOffsets.data),
  });
}

/** Writes a message; the checksum covers all of it and is computed unless given. */
export function emitIcmpv4(
  message: Omit<Icmpv4Message, "checksum"> & { readonly checksum?: number },
): Result<Uint8Array, "out-of-range"> {
  const fault = outOfRange([
    ["Type", icmpOffsets.type, message.type, 8],
    ["Code", icmpOffsets.code, message.code, 8],
    ["Checksum", icmpOffsets.checksum, message.checksum ?? 0, 16],
    ["Rest of Header", icmpOffsets.rest, message.rest, 32],
  ]);
  if (fault !== null) return fault;
  const bytes = new Uint8Array(icmpHeaderBytes + message.data.length);
  writeU8(bytes, icmpOffsets.type, message.type);
  writeU8(bytes, icmpOffsets.code, message.code);
  writeU32(bytes, icmpOffsets.rest, message.rest);
  bytes.set(message.data, icmpOffsets.data);
  writeU16(bytes, icmpOffsets.checksum, message.checksum ?? internetChecksum(bytes));
  return ok(bytes);
}

/** The packet that an error is about: its header, and at least the first 8 bytes of what it carried. */
export type QuotedIpv4 = { readonly header: Ipv4Header; readonly payload: Uint8Array };

export type Icmpv4Content =
  | { readonly kind: "echo"; readonly identifier: number; readonly sequenceNumber: number }
  | {
      readonly kind: "timestamp";
      readonly identifier: number;
      readonly sequenceNumber: number;
      /** Milliseconds since midnight UT. */
      readonly originate: number;
      readonly receive: number;
      readonly transmit: number;
    }
  | {
      readonly kind: "error";
      /** Null when what is quoted is no header. */
      readonly quoted: QuotedIpv4 | null;
      /** Of fragmentation needed (RFC 1191 §4); 0 from routers that do not know it. */
      readonly nextHopMtu?: number;
      /** Of parameter problem: the byte at fault. */
      readonly pointer?: number;
      /** Of redirect: the better first hop. */
      readonly gateway?: Ipv4Address;
    }
  | { readonly kind: "other" };

/** What the type makes of the rest of the header and of the data. */
export function readIcmpv4({ type, code, rest, data }: Icmpv4Message): Icmpv4Content {
  const ids = { identifier: rest >>> 16, sequenceNumber: rest & 0xffff };
  switch (type) {
    case icmpv4Type.echoRequest:
    case icmpv4Type.echoReply:
      return { kind: "echo", ...ids };
    case icmpv4Type.timestampRequest:
    case icmpv4Type.timestampReply: {
      if (data.length < 12) return { kind: "other" };
      const times = { originate: readU32(data, 0), receive: readU32(data, 4), transmit: readU32(data, 8) };
      return { kind: "timestamp", ...ids, ...times };
    }
    case icmpv4Type.destinationUnreachable: {
      const error = { kind: "error", quoted: quotedIn(data) } as const;
      return code === unreachableCode.fragmentationNeeded ? { ...error, nextHopMtu: rest & 0xffff } : error;
    }
    case icmpv4Type.redirect:
      return { kind: "error", quoted: quotedIn(data), gateway: rest };
    case icmpv4Type.parameterProblem:
      return { kind: "error", quoted: quotedIn(data), pointer: rest >>> 24 };
    case icmpv4Type.timeExceeded:
    case icmpv4Type.sourceQuench:
      return { kind: "error", quoted: quotedIn(data) };
    default:
      return { kind: "other" };
  }
}

function quotedIn(data: Uint8Array): QuotedIpv4 | null {
  const header = parseIpv4Header(data);
  return header.ok ? { header: header.value, payload: data.subarray(header.value.headerBytes) } : null;
}
