import { integer, property, uint8Array } from "fast-check";
import { expect, test } from "vitest";
import { readU16, writeU16 } from "#net/bytes/big-endian.ts";
import { internetChecksum, onesComplementSum, updateChecksum, verifiesChecksum } from "#net/wire/checksum.ts";
import { bytes } from "../vectors.ts";
import { holds } from "../holds.ts";

test("RFC 1071 §3: the example", () => {
  const block = bytes("0001 f203 f4f5 f6f7");
  expect(onesComplementSum(block)).toBe(0xddf2);
  expect(internetChecksum(block)).toBe(0x220d);
});

test.each([
  ["a common header", "4500 0073 0000 4000 4011 0000 c0a8 0001 c0a8 00c7", 0xb861],
  ["two folds", "4500 00ee acf0 0000 4001 0000 183a ab99 9ca1 6cab", 0xfffe],
  ["document T §17.2", "4500 00be d431 4000 4006 0000 0af4 0105 8efa b92e", 0x11e7],
  ["document T §17.6", "4500 003c 0001 4000 4006 0000 0af4 0105 0808 0808", 0x1eb3],
  ["nothing", "", 0xffff],
  ["one byte, the high half of a word", "ff", 0x00ff],
])("checksum of %s", (_, hex, expected) => expect(internetChecksum(bytes(hex))).toBe(expected));

test("RFC 1624 §4: the example that RFC 1141 gets wrong", () =>
  expect(updateChecksum(0xdd2f, 0x5555, 0x3285)).toBe(0x0000));

test("the TTL trap: 0x7206 to 0x7106 under a checksum of 0xfeff", () =>
  expect(updateChecksum(0xfeff, 0x7206, 0x7106)).toBe(0x0000));

const word = integer({ min: 0, max: 0xffff });

test("an update gives what a full computation gives, on any block that is not all zero", () => {
  holds(
    property(
      uint8Array({ minLength: 4, maxLength: 40 }),
      word,
      integer({ min: 0 }),
      (block, value, place) => {
        block[0] = 0x45;
        const offset = 2 + 2 * (place % Math.floor((block.length - 2) / 2));
        const before = internetChecksum(block);
        const old = readU16(block, offset);
        writeU16(block, offset, value);
        expect(updateChecksum(before, old, value)).toBe(internetChecksum(block));
      },
    ),
  );
});

test("a block with its checksum in place verifies; with one bit wrong it does not", () => {
  holds(
    property(uint8Array({ minLength: 4, maxLength: 60 }), integer({ min: 0 }), (block, place) => {
      writeU16(block, 2, 0);
      writeU16(block, 2, internetChecksum(block));
      expect(verifiesChecksum(block)).toBe(true);
      const bit = place % (block.length * 8);
      block[bit >>> 3] = (block[bit >>> 3] ?? 0) ^ (0x80 >>> (bit & 7));
      expect(verifiesChecksum(block)).toBe(false);
    }),
  );
});
