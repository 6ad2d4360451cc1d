import { constant, constantFrom, integer, oneof, record, uint8Array, type Arbitrary } from "fast-check";
import { readU16, readU32, readU8, writeU16, writeU32, writeU8 } from "../../net/bytes/big-endian.ts";
import { concatBytes } from "../../net/bytes/byte-string.ts";
import { icmpv6Type } from "../../net/wire/icmpv6.ts";
import { ipProtocol } from "../../net/wire/ip-protocol.ts";
import { transportChecksum, type IpEnds } from "../../net/wire/pseudo-header.ts";
import { towardEmpty } from "./bytes.ts";
import { messageBytes, type MessageKind } from "./message.ts";
import { unsigned } from "./numbers.ts";
import { preferring, smallerNumbers, towardZero, type Simplify } from "./simplify.ts";

/** The packet that carries what this folder makes over IPv6: from 2001:db8::1 to 2001:db8::2. */
export const documentationEnds: IpEnds = {
  source: 0x20010db8_0000_0000_0000_0000_0000_0001n,
  destination: 0x20010db8_0000_0000_0000_0000_0000_0002n,
};

/** Offsets (RFC 4443 §2.1); the word after the checksum is an identifier and a sequence number, an MTU or unused. */
const at = { type: 0, code: 1, checksum: 2, word: 4, data: 8 } as const;

type Sketch = { type: number; code: number; checksum: "right" | number; word: number; data: Uint8Array };

const sketches: Arbitrary<Sketch> = record({
  type: oneof(
    constantFrom<number>(...Object.values(icmpv6Type)),
    constant(128),
    integer({ min: 0, max: 255 }),
  ),
  code: oneof({ weight: 4, arbitrary: constant(0) }, { weight: 1, arbitrary: integer({ min: 1, max: 7 }) }),
  checksum: constant("right" as const),
  word: unsigned(32, [1]),
  data: oneof(uint8Array({ maxLength: 9 }), uint8Array({ minLength: 16, maxLength: 56 })),
});

const write =
  (ends: IpEnds) =>
  ({ type, code, checksum, word, data }: Sketch): Uint8Array => {
    const header = new Uint8Array(at.data);
    writeU8(header, at.type, type);
    writeU8(header, at.code, code);
    writeU32(header, at.word, word);
    const message = concatBytes(header, data);
    const right = transportChecksum(ends, ipProtocol.icmpv6, message);
    writeU16(message, at.checksum, checksum === "right" ? right : checksum);
    return message;
  };

const read =
  (ends: IpEnds) =>
  (bytes: Uint8Array): Sketch | null => {
    if (bytes.length < at.data) return null;
    const stored = readU16(bytes, at.checksum);
    const cleared = bytes.slice();
    writeU16(cleared, at.checksum, 0);
    return {
      type: readU8(bytes, at.type),
      code: readU8(bytes, at.code),
      checksum: stored === transportChecksum(ends, ipProtocol.icmpv6, cleared) ? "right" : stored,
      word: readU32(bytes, at.word),
      data: bytes.slice(at.data),
    };
  };

const rules: { readonly [K in keyof Sketch]: Simplify<Sketch[K]> } = {
  data: towardEmpty,
  type: preferring([128, 129], smallerNumbers),
  code: towardZero,
  word: preferring([1, 0], smallerNumbers),
  checksum: preferring<Sketch["checksum"]>(["right", 0], (value) =>
    typeof value === "number" ? smallerNumbers(value) : [],
  ),
};

/**
 * ICMPv6 messages of every type of the course and of others, the checksum right for a packet between `ends`
 * (2001:db8::1 and 2001:db8::2; RFC 4443 §2.3). Shrinks to an echo request without data; a right checksum stays right.
 *
 * @example
 * generators: { messages: tuple(icmpv6MessageBytes({ damaged: true })) }
 */
export const icmpv6MessageBytes = (
  kind: MessageKind & { readonly ends?: IpEnds } = {},
): Arbitrary<Uint8Array> => {
  const { ends = documentationEnds } = kind;
  return messageBytes({ sketches, write: write(ends), read: read(ends), rules }, kind);
};
