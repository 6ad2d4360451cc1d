import { describe, expect, it } from "vitest";
import { fromHex } from "#net/bytes/hex.ts";
import { binary, bitRange, fieldHex, fieldValue } from "../../../../src/site/packet/bits.ts";

const bytes = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array();

describe("binary", () => {
  it("counts bits from the most significant one of the first byte", () => {
    expect(binary(bytes("20b9"), 0, 16)).toBe("0010000010111001");
    expect(binary(bytes("20b9"), 2, 1)).toBe("1");
    expect(binary(bytes("20b9"), 3, 13)).toBe("0000010111001");
  });

  it("ends with the bytes", () => {
    expect(binary(bytes("ff"), 4, 8)).toBe("1111");
    expect(binary(bytes("ff"), 8, 8)).toBe("");
  });
});

describe("fieldHex", () => {
  it("gives whole digits as they stand in the dump", () => {
    expect(fieldHex(bytes("4500"), { bit: 4, bits: 4 })).toBe("5");
    expect(fieldHex(bytes("0000c0a80001"), { bit: 16, bits: 32 })).toBe("c0a8 0001");
    expect(fieldHex(bytes("1abc2d"), { bit: 4, bits: 16 })).toBe("abc2");
  });

  it("gives bits, or a number, where digits would not fit", () => {
    expect(fieldHex(bytes("45b8"), { bit: 8, bits: 6 })).toBe("101110");
    expect(fieldHex(bytes("20b9"), { bit: 3, bits: 13 })).toBe("0x00b9");
    expect(fieldHex(bytes("80"), { bit: 0, bits: 1 })).toBe("");
  });

  it("cuts long fields after eight bytes and says so", () => {
    expect(fieldHex(bytes("0011223344556677"), { bit: 0, bits: 64 })).toBe("0011 2233 4455 6677");
    expect(fieldHex(bytes("001122334455667788"), { bit: 0, bits: 72 })).toBe("0011 2233 4455 6677 …");
  });
});

describe("words for a field", () => {
  const plain = { name: "Payload", group: "data", bit: 160, rfc: "" } as const;

  it("names its bits, first and last included", () => {
    expect(bitRange({ bit: 49, bits: 1 })).toBe("49");
    expect(bitRange({ bit: 96, bits: 32 })).toBe("96 à 127");
  });

  it("counts what has no value of its own", () => {
    expect(fieldValue({ ...plain, bits: 32, value: "10.0.0.1" })).toBe("10.0.0.1");
    expect(fieldValue({ ...plain, bits: 8 })).toBe("1 octet");
    expect(fieldValue({ ...plain, bits: 32 })).toBe("4 octets");
    expect(fieldValue({ ...plain, bits: 4 })).toBe("4 bits");
  });
});
