import { readU16, readU32, readU8, writeU16, writeU32, writeU8 } from "../../net/bytes/big-endian.ts";
import { concatBytes } from "../../net/bytes/byte-string.ts";
import { ipv4HeaderEnd, ipv4Offsets as at } from "../../net/wire/ipv4.ts";
import { internetChecksum } from "../../net/wire/checksum.ts";
import { tenOne, tenTwo, towardAddress } from "./ipv4-address.ts";
import { towardEmpty } from "./bytes.ts";
import { towardNoOptions } from "./ipv4-options.ts";
import {
  preferring,
  simplifyRecord,
  smallerNumbers,
  towardFalse,
  towardZero,
  type Simplify,
} from "./simplify.ts";

/**
 * The parts of an IPv4 packet, right or broken, such that changing one part leaves the others true: Total Length
 * follows a shorter payload and a right checksum stays right. At least 20 bytes; any such bytes have a sketch.
 */
export type Ipv4Sketch = {
  version: number;
  /** An IHL that cannot be meant (below 5 or beyond the end), or null: then it follows the options. */
  badIhl: number | null;
  dscp: number;
  ecn: number;
  /** By how many bytes Total Length points beyond the end (positive) or falls short of the header (negative). */
  lengthError: number;
  identification: number;
  reserved: boolean;
  df: boolean;
  mf: boolean;
  /** In units of 8 bytes, as on the wire. */
  fragmentUnits: number;
  ttl: number;
  protocol: number;
  checksum: "right" | "zero" | number;
  source: number;
  destination: number;
  options: Uint8Array;
  payload: Uint8Array;
  linkPadding: Uint8Array;
};

/** The bytes of a sketch. */
export function fromSketch(sketch: Ipv4Sketch): Uint8Array {
  const header = new Uint8Array(at.options + sketch.options.length);
  const ihl = sketch.badIhl ?? header.length / 4;
  const end = header.length + sketch.payload.length;
  const totalLength =
    sketch.lengthError < 0
      ? Math.max(0, header.length + sketch.lengthError)
      : Math.min(0xffff, end + (sketch.lengthError > 0 ? sketch.linkPadding.length + sketch.lengthError : 0));
  writeU8(header, 0, (sketch.version << 4) | ihl);
  writeU8(header, at.dscpAndEcn, (sketch.dscp << 2) | sketch.ecn);
  writeU16(header, at.totalLength, totalLength);
  writeU16(header, at.identification, sketch.identification);
  const flags = (sketch.reserved ? 0x8000 : 0) | (sketch.df ? 0x4000 : 0) | (sketch.mf ? 0x2000 : 0);
  writeU16(header, at.flagsAndFragmentOffset, flags | sketch.fragmentUnits);
  writeU8(header, at.ttl, sketch.ttl);
  writeU8(header, at.protocol, sketch.protocol);
  writeU32(header, at.source, sketch.source);
  writeU32(header, at.destination, sketch.destination);
  header.set(sketch.options, at.options);
  const checksum = sketch.checksum === "right" ? internetChecksum(header) : sketch.checksum;
  writeU16(header, at.checksum, checksum === "zero" ? 0 : checksum);
  return concatBytes(header, sketch.payload, sketch.linkPadding);
}

/** The sketch of at least 20 bytes; `fromSketch` gives the bytes back. */
export function toSketch(bytes: Uint8Array): Ipv4Sketch {
  const first = readU8(bytes, 0);
  const ihl = first & 0xf;
  const badIhl = ihl < 5 || ihl * 4 > bytes.length ? ihl : null;
  const headerEnd = ipv4HeaderEnd(bytes);
  const totalLength = readU16(bytes, at.totalLength);
  const lengthError =
    totalLength < headerEnd ? totalLength - headerEnd : Math.max(0, totalLength - bytes.length);
  const payloadEnd = lengthError === 0 ? totalLength : bytes.length;
  const flags = readU16(bytes, at.flagsAndFragmentOffset);
  const tos = readU8(bytes, at.dscpAndEcn);
  return {
    version: first >>> 4,
    badIhl,
    dscp: tos >>> 2,
    ecn: tos & 0b11,
    lengthError,
    identification: readU16(bytes, at.identification),
    reserved: (flags & 0x8000) !== 0,
    df: (flags & 0x4000) !== 0,
    mf: (flags & 0x2000) !== 0,
    fragmentUnits: flags & 0x1fff,
    ttl: readU8(bytes, at.ttl),
    protocol: readU8(bytes, at.protocol),
    checksum: checksumState(bytes.slice(0, headerEnd)),
    source: readU32(bytes, at.source),
    destination: readU32(bytes, at.destination),
    options: bytes.slice(at.options, headerEnd),
    payload: bytes.slice(headerEnd, payloadEnd),
    linkPadding: bytes.slice(payloadEnd),
  };
}

function checksumState(header: Uint8Array): Ipv4Sketch["checksum"] {
  const stored = readU16(header, at.checksum);
  writeU16(header, at.checksum, 0);
  if (stored === internetChecksum(header)) return "right";
  return stored === 0 ? "zero" : stored;
}

/** Toward a header of 20 bytes, from 10.0.0.1 to 10.0.0.2, TTL 64, UDP, and nothing else. */
const rules: { readonly [K in keyof Ipv4Sketch]: Simplify<Ipv4Sketch[K]> } = {
  payload: towardEmpty,
  options: towardNoOptions,
  linkPadding: towardEmpty,
  version: preferring([4, 6], smallerNumbers),
  badIhl: preferring<number | null>([null]),
  lengthError: preferring([0, 1, -1], (error) => (error > 0 ? smallerNumbers(error) : [])),
  dscp: towardZero,
  ecn: towardZero,
  identification: towardZero,
  reserved: towardFalse,
  df: towardFalse,
  mf: towardFalse,
  fragmentUnits: preferring([0, 1], smallerNumbers),
  ttl: preferring([64, 1, 0, 2, 255], smallerNumbers),
  protocol: preferring([17, 1, 6], smallerNumbers),
  source: towardAddress(tenOne),
  destination: towardAddress(tenTwo),
  checksum: preferring<Ipv4Sketch["checksum"]>(["right", "zero"]),
};

/** Of the two ways in which a checksum can be plain, the one to shrink to first. */
export type PlainChecksum = "right" | "zero";

const zeroFirst = { ...rules, checksum: preferring<Ipv4Sketch["checksum"]>(["zero", "right"]) };

/** Simpler packets, boldest first; fewer than 20 bytes only get shorter and emptier. */
export function* simplerIpv4(bytes: Uint8Array, plain: PlainChecksum = "right"): Iterable<Uint8Array> {
  if (bytes.length < at.options) {
    if (bytes.length > 0) yield towardEmpty.simplest;
    yield* towardEmpty.smaller(bytes);
    return;
  }
  for (const sketch of simplifyRecord(toSketch(bytes), plain === "right" ? rules : zeroFirst)) {
    yield fromSketch(sketch);
  }
}
