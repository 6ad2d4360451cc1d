import { integer, property, uint8Array } from "fast-check";
import { describe, expect, test } from "vitest";
import {
  readU16,
  readU24,
  readU32,
  readU8,
  writeU16,
  writeU24,
  writeU32,
  writeU8,
} from "#net/bytes/big-endian.ts";
import { concatBytes, equalBytes } from "#net/bytes/byte-string.ts";
import { fromHex, toHex } from "#net/bytes/hex.ts";
import { outOfRange } from "#net/bytes/range.ts";
import { holds } from "../holds.ts";

describe("hex", () => {
  test("writes two lower-case digits a byte", () => expect(toHex(Uint8Array.of(0, 10, 255))).toBe("000aff"));

  test("reads either case, with spaces", () =>
    expect(fromHex(" 45 00\n00Be ")).toEqual(Uint8Array.of(0x45, 0, 0, 0xbe)));

  test.each(["4", "4g", "0x45", "45-00", "é0"])("refuses %j", (text) => expect(fromHex(text)).toBeNull());

  test("reads back what it writes", () =>
    holds(
      property(uint8Array(), (bytes) => {
        expect(fromHex(toHex(bytes))).toEqual(bytes);
      }),
    ));
});

describe("big-endian integers", () => {
  const bytes = Uint8Array.of(0xc0, 0xa8, 0x64, 0x48);

  test("most significant byte first, never negative", () => {
    expect(readU8(bytes, 1)).toBe(0xa8);
    expect(readU16(bytes, 0)).toBe(0xc0a8);
    expect(readU24(bytes, 1)).toBe(0xa86448);
    expect(readU32(bytes, 0)).toBe(3232261192);
  });

  test("a subarray is read from its own start", () => expect(readU16(bytes.subarray(2), 0)).toBe(0x6448));

  test("beyond the end there are zeros", () => expect(readU32(bytes, 2)).toBe(0x64480000));

  test.each([
    [1, writeU8, readU8],
    [2, writeU16, readU16],
    [3, writeU24, readU24],
    [4, writeU32, readU32],
  ])("reads back what it writes, %i bytes", (size, write, read) => {
    holds(
      property(integer({ min: 0, max: 2 ** (8 * size) - 1 }), (value) => {
        const target = new Uint8Array(size + 2).fill(0xee);
        write(target, 1, value);
        expect(read(target, 1)).toBe(value);
        expect([target[0], target[size + 1]]).toEqual([0xee, 0xee]);
      }),
    );
  });
});

test("concatBytes joins, equalBytes compares contents", () => {
  const joined = concatBytes(Uint8Array.of(1), new Uint8Array(), Uint8Array.of(2, 3));
  expect(equalBytes(joined, Uint8Array.of(1, 2, 3))).toBe(true);
  expect(equalBytes(joined, Uint8Array.of(1, 2))).toBe(false);
  expect(equalBytes(joined, Uint8Array.of(1, 2, 4))).toBe(false);
});

test.each([256, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])("a byte cannot hold %d", (value) => {
  expect(
    outOfRange([
      ["ECN", 1, 3, 2],
      ["Time to Live", 8, value, 8],
    ]),
  ).toEqual({
    ok: false,
    error: { code: "out-of-range", offset: 8, field: "Time to Live" },
  });
});
