import { constant, constantFrom, integer, oneof, record, uint8Array, type Arbitrary } from "fast-check";
import { readU16, readU8, writeU16, writeU8 } from "../../net/bytes/big-endian.ts";
import { concatBytes } from "../../net/bytes/byte-string.ts";
import { internetChecksum } from "../../net/wire/checksum.ts";
import { icmpHeaderBytes, icmpOffsets as at } from "../../net/wire/icmpv4.ts";
import { isBytes, smallerBytes, towardEmpty } from "./bytes.ts";
import { unsigned } from "./numbers.ts";
import { preferring, simplifyRecord, smallerNumbers, towardZero, type Simplify } from "./simplify.ts";
import { withShrinks } from "./with-shrinks.ts";

/** The parts of a message, such that a right checksum stays right when another part changes. */
type Sketch = {
  type: number;
  code: number;
  checksum: "right" | number;
  identifier: number;
  sequenceNumber: number;
  data: Uint8Array;
};

const sketches: Arbitrary<Sketch> = record({
  type: oneof({ weight: 5, arbitrary: constant(8) }, { weight: 1, arbitrary: constantFrom(0, 3, 11, 13) }),
  code: oneof({ weight: 6, arbitrary: constant(0) }, { weight: 1, arbitrary: integer({ min: 1, max: 255 }) }),
  checksum: oneof(
    { weight: 6, arbitrary: constant<Sketch["checksum"]>("right") },
    { weight: 1, arbitrary: unsigned(16).map((value): Sketch["checksum"] => value) },
  ),
  identifier: unsigned(16),
  sequenceNumber: unsigned(16),
  data: oneof(uint8Array({ maxLength: 9 }), uint8Array({ maxLength: 64 })),
});

function fromSketch({ type, code, checksum, identifier, sequenceNumber, data }: Sketch): Uint8Array {
  const header = new Uint8Array(icmpHeaderBytes);
  writeU8(header, at.type, type);
  writeU8(header, at.code, code);
  writeU16(header, at.rest, identifier);
  writeU16(header, at.rest + 2, sequenceNumber);
  const message = concatBytes(header, data);
  writeU16(message, at.checksum, checksum === "right" ? internetChecksum(message) : checksum);
  return message;
}

const sketchOf = (message: Uint8Array): Sketch => ({
  type: readU8(message, at.type),
  code: readU8(message, at.code),
  checksum: internetChecksum(message) === 0 ? "right" : readU16(message, at.checksum),
  identifier: readU16(message, at.rest),
  sequenceNumber: readU16(message, at.rest + 2),
  data: message.slice(at.data),
});

const rules: { readonly [K in keyof Sketch]: Simplify<Sketch[K]> } = {
  data: towardEmpty,
  type: preferring([8, 0], smallerNumbers),
  code: towardZero,
  checksum: preferring<Sketch["checksum"]>(["right", 0], function* (value) {
    if (typeof value === "number") yield* smallerNumbers(value);
  }),
  identifier: towardZero,
  sequenceNumber: preferring([1, 0], smallerNumbers),
};

/**
 * ICMP messages, most of them echo requests with a right checksum, of even and odd length. Shrinks to an echo request
 * without data, sequence number 1; a right checksum stays right at every step.
 *
 * @example
 * generators: { messages: tuple(icmpMessageBytes) }
 */
export const icmpMessageBytes: Arbitrary<Uint8Array> = withShrinks(
  sketches.map(fromSketch),
  isBytes,
  function* (message) {
    if (message.length < icmpHeaderBytes) yield* smallerBytes(message);
    else for (const simpler of simplifyRecord(sketchOf(message), rules)) yield fromSketch(simpler);
  },
);
