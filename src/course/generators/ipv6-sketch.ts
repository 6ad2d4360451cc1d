import { readU16, readU32, readU8, writeU16, writeU32, writeU8 } from "../../net/bytes/big-endian.ts";
import { concatBytes, equalBytes } from "../../net/bytes/byte-string.ts";
import { ipProtocol } from "../../net/wire/ip-protocol.ts";
import { extensionHeaderLength, isExtensionHeader } from "../../net/wire/ipv6-extensions.ts";
import { ipv6HeaderBytes, ipv6Offsets as at } from "../../net/wire/ipv6.ts";
import { towardEmpty } from "./bytes.ts";
import { documentationOne, documentationTwo, towardIpv6Address } from "./ipv6-address.ts";
import { preferring, simplifyRecord, smallerNumbers, towardZero, type Simplify } from "./simplify.ts";

/** A whole extension header; its Next Header byte follows from what comes behind it. */
export type ExtensionPiece = { readonly type: number; readonly bytes: Uint8Array };

/**
 * The parts of an IPv6 packet, right or broken, such that changing one part leaves the others true: the Next Header
 * bytes follow a header that is taken out, Payload Length follows a shorter end. At least 40 bytes; any have a sketch.
 */
export type Ipv6Sketch = {
  version: number;
  trafficClass: number;
  flowLabel: number;
  /** By how much Payload Length differs from what is there. */
  lengthError: number;
  hopLimit: number;
  source: Uint8Array;
  destination: Uint8Array;
  headers: readonly ExtensionPiece[];
  /** What the last Next Header byte says of `rest`. */
  announced: number;
  /** The upper layer, a piece of it, or an extension header that is cut. */
  rest: Uint8Array;
};

/** The bytes of a sketch. */
export function fromSketch(sketch: Ipv6Sketch): Uint8Array {
  const { headers, announced, rest } = sketch;
  const next = [...headers.map(({ type }) => type), announced];
  const pieces = headers.map(({ bytes }, i) => {
    const copy = bytes.slice();
    writeU8(copy, 0, next[i + 1] ?? announced);
    return copy;
  });
  const payload = concatBytes(...pieces, rest);
  const fixed = new Uint8Array(ipv6HeaderBytes);
  writeU32(
    fixed,
    at.versionClassFlow,
    sketch.version * 2 ** 28 + sketch.trafficClass * 2 ** 20 + sketch.flowLabel,
  );
  writeU16(fixed, at.payloadLength, (payload.length + sketch.lengthError) & 0xffff);
  writeU8(fixed, at.nextHeader, next[0] ?? announced);
  writeU8(fixed, at.hopLimit, sketch.hopLimit);
  fixed.set(sketch.source, at.source);
  fixed.set(sketch.destination, at.destination);
  return concatBytes(fixed, payload);
}

/** The sketch of at least 40 bytes; `fromSketch` gives the bytes back. */
export function toSketch(bytes: Uint8Array): Ipv6Sketch {
  const word = readU32(bytes, at.versionClassFlow);
  const headers: ExtensionPiece[] = [];
  let announced = readU8(bytes, at.nextHeader);
  let offset = ipv6HeaderBytes;
  while (isExtensionHeader(announced)) {
    const end = offset + extensionHeaderLength(bytes, announced, offset);
    if (end > bytes.length) break;
    headers.push({ type: announced, bytes: bytes.slice(offset, end) });
    const later = announced === ipProtocol.fragment && isLaterFragment(bytes, offset);
    announced = readU8(bytes, offset);
    offset = end;
    if (later) break;
  }
  return {
    version: word >>> 28,
    trafficClass: (word >>> 20) & 0xff,
    flowLabel: word & 0xfffff,
    lengthError: readU16(bytes, at.payloadLength) - (bytes.length - ipv6HeaderBytes),
    hopLimit: readU8(bytes, at.hopLimit),
    source: bytes.slice(at.source, at.destination),
    destination: bytes.slice(at.destination, ipv6HeaderBytes),
    headers,
    announced,
    rest: bytes.slice(offset),
  };
}

/** Whether the Fragment header at `offset` is that of a fragment other than the first (RFC 8200 §4.5). */
export const isLaterFragment = (bytes: Uint8Array, offset: number): boolean =>
  readU16(bytes, offset + 2) >= 8;

/** One header less, then each one as short as it can be, then with zeros behind its first two bytes. */
const towardNoHeaders: Simplify<readonly ExtensionPiece[]> = {
  simplest: [],
  *smaller(headers) {
    for (const i of headers.keys()) yield headers.filter((_, other) => other !== i);
    for (const [i, header] of headers.entries()) {
      for (const bytes of simplerHeaders(header))
        yield headers.map((old, other) => (other === i ? { ...header, bytes } : old));
    }
  },
  same: (a, b) => a.length === b.length,
};

function* simplerHeaders({ type, bytes }: ExtensionPiece): Iterable<Uint8Array> {
  if (type !== ipProtocol.fragment) {
    const unit = type === ipProtocol.ah ? 4 : 8;
    for (const length of [8, bytes.length - unit]) {
      if (length < 8 || length >= bytes.length) continue;
      const shorter = bytes.slice(0, length);
      writeU8(shorter, 1, readU8(bytes, 1) - (bytes.length - length) / unit);
      yield shorter;
    }
  }
  const zeroed = bytes.map((byte, i) => (i < 2 ? byte : 0));
  if (!equalBytes(zeroed, bytes)) yield zeroed;
  for (const [i, byte] of bytes.entries()) {
    // The length byte stays true, but in a Fragment header, where it is reserved.
    const isFree = type === ipProtocol.fragment ? i > 0 : i > 1;
    if (isFree && byte > 0) yield bytes.map((old, place) => (place === i ? 0 : old));
    if (isFree && byte > 8) yield bytes.map((old, place) => (place === i ? 8 : old));
  }
}

/** Toward a TCP packet without extension headers from 2001:db8::1 to 2001:db8::2, Hop Limit 64, and nothing else. */
const rules: { readonly [K in keyof Ipv6Sketch]: Simplify<Ipv6Sketch[K]> } = {
  headers: towardNoHeaders,
  rest: towardEmpty,
  version: preferring([6, 4], smallerNumbers),
  trafficClass: towardZero,
  flowLabel: towardZero,
  lengthError: preferring([0, 1]),
  hopLimit: preferring([64, 1], smallerNumbers),
  source: towardIpv6Address(documentationOne),
  destination: towardIpv6Address(documentationTwo),
  announced: preferring([6, 17, 58, 59]),
};

/** Simpler packets, boldest first; of bytes too short for a header, fewer of them. */
export function* simplerIpv6(bytes: Uint8Array): Iterable<Uint8Array> {
  if (bytes.length < ipv6HeaderBytes) {
    if (bytes.length > 0) yield new Uint8Array();
    yield* towardEmpty.smaller(bytes);
    return;
  }
  for (const sketch of simplifyRecord(toSketch(bytes), rules)) yield fromSketch(sketch);
}
