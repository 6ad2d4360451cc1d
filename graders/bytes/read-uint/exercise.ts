import { constantFrom, integer, nat, oneof, tuple, uint8Array, type Arbitrary } from "fast-check";
import { z } from "zod";
import { defineExercise } from "#course/exercise/exercise.ts";
import { smallerBytes } from "#course/generators/bytes.ts";
import { withShrinks } from "#course/generators/with-shrinks.ts";
import { readU16, readU32, readU8 } from "#net/bytes/big-endian.ts";
import { fromHex } from "#net/bytes/hex.ts";

type Args = [bytes: Uint8Array, offset: number, size: 1 | 2 | 4];

const domain = z.tuple([z.instanceof(Uint8Array), z.int(), z.literal([1, 2, 4])]);
const isArgs = (value: unknown): value is Args => domain.safeParse(value).success;

const readers = { 1: readU8, 2: readU16, 4: readU32 } as const;
const sizes = constantFrom<1 | 2 | 4>(1, 2, 4);

const header = bytes("4500 00be d431 4000 4006 11e7 0af4 0105 8efa b92e");
const syn = bytes(`aabb ccdd eeff 0a22 3344 5566 0800 4500 003c 0001 4000 4006 1eb3 0af4 0105 0808
                   0808 d431 01bb 0000 03e8 0000 0000 a002 faf0 5f2a 0000 0204 05b4 0402 080a 1234
                   e5d3 0000 0000 0103 0307`);

/** RFC 791 appendix B: the most significant byte first. */
export default defineExercise<Args, number>({
  number: "01.1",
  entry: "readUint",
  level: 1,
  points: 2,
  prerequisites: [],
  parameters: [
    { name: "bytes", shape: { kind: "bytes" } },
    { name: "offset", shape: { kind: "value" } },
    { name: "size", shape: { kind: "value" } },
  ],
  result: { kind: "uint", bits: 32, base: 16 },
  golden: [
    {
      name: "total-length",
      args: [header, 2, 2],
      expected: 190,
      source: "tcpdump 4.99.3 (length 190)",
    },
    { name: "ttl", args: [header, 8, 1], expected: 64, source: "tcpdump 4.99.3 (ttl 64)" },
    {
      name: "sequence-number",
      args: [syn, 38, 4],
      expected: 1000,
      source: "tcpdump 4.99.3 (seq 1000)",
    },
    { name: "window", args: [syn, 48, 2], expected: 64240, source: "tcpdump 4.99.3 (win 64240)" },
    {
      name: "address",
      args: [bytes("c0a8 6448"), 0, 4],
      expected: 3232261192,
      source: "CPython 3.11.2, int(ipaddress.ip_address('192.168.100.72'))",
    },
  ],
  edges: [
    { name: "all-ones-1", args: [bytes("ff"), 0, 1] },
    { name: "all-ones-2", args: [bytes("ffff"), 0, 2] },
    { name: "all-ones-4", args: [bytes("ffff ffff"), 0, 4] },
    { name: "top-bit-alone", args: [bytes("8000 0000"), 0, 4] },
    { name: "below-top-bit", args: [bytes("7fff ffff"), 0, 4] },
    { name: "all-zeros", args: [bytes("0000 0000"), 0, 4] },
    { name: "small-bytes", args: [bytes("0102 0304"), 0, 4] },
    { name: "one-then-two", args: [bytes("0102"), 0, 2] },
    { name: "zero-last", args: [bytes("0a00"), 0, 2] },
    { name: "last-byte", args: [bytes("0102 0304 0506"), 5, 1] },
    { name: "last-two-bytes", args: [bytes("0102 0304 0506"), 4, 2] },
    { name: "last-four-bytes", args: [bytes("0102 0304 0506"), 2, 4] },
    { name: "one-byte-past-end", args: [bytes("0102 0304"), 4, 1] },
    { name: "second-byte-missing", args: [bytes("0102 0304"), 3, 2] },
    { name: "last-byte-missing", args: [bytes("0102 0304"), 1, 4] },
    { name: "far-past-end", args: [bytes("0102 0304"), 9, 2] },
    { name: "no-bytes", args: [bytes(""), 0, 1] },
    { name: "offset-minus-1", args: [bytes("0102 0304"), -1, 1] },
    { name: "offset-minus-2", args: [bytes("0102 0304"), -2, 4] },
    { name: "offset-minus-4", args: [bytes("0102 0304"), -4, 4] },
  ],
  generators: {
    reads: shrinking(
      tuple(uint8Array({ minLength: 4, maxLength: 12 }), sizes, nat()).map(([all, size, place]) => [
        all,
        place % (all.length - size + 1),
        size,
      ]),
    ),
    "near-the-ends": shrinking(
      tuple(
        uint8Array({ maxLength: 8 }),
        sizes,
        oneof(integer({ min: -4, max: 1 }), integer({ min: -4, max: 4 })),
      ).map(([all, size, place]) => [all, place < -1 ? place : all.length - size + place, size]),
    ),
  },
  reference(all, offset, size) {
    if (offset < 0 || offset + size > all.length) throw new RangeError("beyond the bytes");
    return readers[size](all, offset);
  },
  accepts: isArgs,
});

/** Toward only the bytes that are read, few and small; a read that lies inside stays inside, and one outside just so. */
function shrinking(source: Arbitrary<Args>) {
  const isInside = ([all, offset, size]: Args): boolean => offset >= 0 && offset + size <= all.length;
  return withShrinks(source, isArgs, function* (args): Iterable<Args> {
    for (const step of simpler(args)) if (isInside(step) === isInside(args)) yield step;
  });
}

function* simpler([all, offset, size]: Args): Iterable<Args> {
  const read = all.slice(Math.max(0, offset), Math.max(0, offset + size));
  if (read.length < all.length) yield [read, 0, size];
  for (const smaller of [1, 2] as const) {
    if (smaller >= size) continue;
    yield [all, offset, smaller];
    yield [all, offset + size - smaller, smaller];
  }
  for (const fewer of smallerBytes(all)) yield [fewer, offset, size];
  if (offset < -1) yield [all, -1, size];
  if (offset > 0) yield [all, 0, size];
  if (offset > 0) yield [all, offset - 1, size];
}

function bytes(text: string): Uint8Array {
  const parsed = fromHex(text);
  if (parsed === null) throw new RangeError(`not hexadecimal: ${text}`);
  return parsed;
}
