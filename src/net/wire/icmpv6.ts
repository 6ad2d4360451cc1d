import { readU16, readU32, readU8, writeU16, writeU8 } from "../bytes/big-endian.ts";
import { outOfRange } from "../bytes/range.ts";
import { fail, ok, type Result } from "../bytes/result.ts";
import { ipProtocol } from "./ip-protocol.ts";
import { parseIpv6Header, type Ipv6Header } from "./ipv6.ts";
import { transportChecksum, type IpEnds } from "./pseudo-header.ts";

/*
 * RFC 4443 §2.1. The checksum covers a pseudo-header too (§2.3), unlike that of ICMP for IPv4.
 *
 *   0                   1                   2                   3
 *  +---------------+---------------+-------------------------------+
 *  |     Type      |     Code      |           Checksum            |
 *  +---------------+---------------+-------------------------------+
 *  |                         Message Body                          |
 *  +---------------------------------------------------------------+
 */
export const icmpv6Type = {
  destinationUnreachable: 1,
  packetTooBig: 2,
  timeExceeded: 3,
  parameterProblem: 4,
  echoRequest: 128,
  echoReply: 129,
  routerSolicitation: 133,
  routerAdvertisement: 134,
  neighborSolicitation: 135,
  neighborAdvertisement: 136,
  redirect: 137,
} as const;

export const icmpv6HeaderBytes = 4;

export type Icmpv6Message = {
  readonly type: number;
  readonly code: number;
  readonly checksum: number;
  readonly body: Uint8Array;
};

/** Reads what IPv6 carries; `body` is a view into `bytes`. */
export function parseIcmpv6(bytes: Uint8Array): Result<Icmpv6Message, "truncated"> {
  if (bytes.length < icmpv6HeaderBytes) return fail("truncated", bytes.length);
  return ok({
    type: readU8(bytes, 0),
    code: readU8(bytes, 1),
    checksum: readU16(bytes, 2),
    body: bytes.subarray(icmpv6HeaderBytes),
  });
}

/** Writes a message. `checksum` is written as it is, or computed for a packet between these addresses. */
export function emitIcmpv6(
  message: Omit<Icmpv6Message, "checksum"> & { readonly checksum: number | IpEnds },
): Result<Uint8Array, "out-of-range"> {
  const { type, code, checksum, body } = message;
  const fault = outOfRange([
    ["Type", 0, type, 8],
    ["Code", 1, code, 8],
    ["Checksum", 2, typeof checksum === "number" ? checksum : 0, 16],
  ]);
  if (fault !== null) return fault;
  const bytes = new Uint8Array(icmpv6HeaderBytes + body.length);
  writeU8(bytes, 0, type);
  writeU8(bytes, 1, code);
  bytes.set(body, icmpv6HeaderBytes);
  writeU16(
    bytes,
    2,
    typeof checksum === "number" ? checksum : transportChecksum(checksum, ipProtocol.icmpv6, bytes),
  );
  return ok(bytes);
}

/** The packet that an error is about, as far as it is quoted. */
export type QuotedIpv6 = { readonly header: Ipv6Header; readonly payload: Uint8Array };

export type Icmpv6Content =
  | { readonly kind: "echo"; readonly identifier: number; readonly sequenceNumber: number }
  | {
      readonly kind: "error";
      /** Null when what is quoted is no header. */
      readonly quoted: QuotedIpv6 | null;
      /** Of packet too big. */
      readonly mtu?: number;
      /** Of parameter problem: the byte at fault. */
      readonly pointer?: number;
    }
  /** Neighbor discovery (see ndp.ts) and all else. */
  | { readonly kind: "other" };

/** What the type makes of the body (RFC 4443 §3, §4). */
export function readIcmpv6({ type, body }: Icmpv6Message): Icmpv6Content {
  if (body.length < 4) return { kind: "other" };
  switch (type) {
    case icmpv6Type.echoRequest:
    case icmpv6Type.echoReply:
      return { kind: "echo", identifier: readU16(body, 0), sequenceNumber: readU16(body, 2) };
    case icmpv6Type.packetTooBig:
      return { kind: "error", quoted: quotedIn(body), mtu: readU32(body, 0) };
    case icmpv6Type.parameterProblem:
      return { kind: "error", quoted: quotedIn(body), pointer: readU32(body, 0) };
    case icmpv6Type.destinationUnreachable:
    case icmpv6Type.timeExceeded:
      return { kind: "error", quoted: quotedIn(body) };
    default:
      return { kind: "other" };
  }
}

function quotedIn(body: Uint8Array): QuotedIpv6 | null {
  const packet = body.subarray(4);
  const header = parseIpv6Header(packet);
  return header.ok ? { header: header.value, payload: packet.subarray(40) } : null;
}
