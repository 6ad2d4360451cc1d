import { describe, expect, it } from "vitest";
import type { Shape } from "#course/exercise/exercise.ts";
import { firstDifference } from "#course/grading/difference.ts";
import type { Layout } from "#net/bytes/layout.ts";

const plain: Shape = { kind: "value" };
const twoFields: Layout = {
  name: "two",
  fields: () => [
    { name: "Low", group: "type", bit: 0, bits: 12, rfc: "" },
    { name: "High", group: "type", bit: 12, bits: 12, rfc: "" },
  ],
};

describe("firstDifference", () => {
  it("is null for equal contents, whatever the order of keys", () => {
    expect(firstDifference({ a: 1, b: [2] }, { b: [2], a: 1, c: undefined }, plain)).toBeNull();
    expect(firstDifference(NaN, NaN, plain)).toBeNull();
    expect(firstDifference(0, -0, plain)).toBeNull();
  });

  it("goes down to the member that differs", () => {
    expect(firstDifference({ a: 1, b: [2, { c: 3 }] }, { a: 1, b: [2, { c: 4 }] }, plain)).toMatchObject({
      path: ".b[1].c",
      expected: 3,
      actual: 4,
    });
    expect(firstDifference({ a: 1 }, { a: 1, z: 0 }, plain)).toMatchObject({
      path: ".z",
      expected: { $undefined: true },
      actual: 0,
    });
  });

  it("names the byte, the bits and the field", () => {
    const difference = firstDifference(Uint8Array.of(1, 0x20, 3), Uint8Array.of(1, 0x29, 3), {
      kind: "bytes",
      layout: twoFields,
    });
    expect(difference).toEqual({
      path: "[1]",
      expected: 0x20,
      actual: 0x29,
      offset: 1,
      bits: { from: 12, to: 15 },
      field: "High",
    });
  });

  it("names the byte that is missing or too many", () => {
    expect(firstDifference(Uint8Array.of(1, 2), Uint8Array.of(1), { kind: "bytes" })).toEqual({
      path: "[1]",
      expected: 2,
      actual: { $undefined: true },
      offset: 1,
    });
    expect(firstDifference(Uint8Array.of(), Uint8Array.of(7), { kind: "bytes" })).toMatchObject({
      offset: 0,
      actual: 7,
    });
  });

  it("marks the bits of an unsigned integer from its most significant one", () => {
    const shape: Shape = { kind: "uint", bits: 16, base: 16, field: "Header Checksum" };
    expect(firstDifference(0x11e7, 0x10e7, shape)).toMatchObject({
      bits: { from: 7, to: 7 },
      field: "Header Checksum",
    });
    expect(firstDifference(0x8000, 1, shape)).toMatchObject({ bits: { from: 0, to: 15 } });
    expect(firstDifference(0x11e7, -1, shape)).not.toHaveProperty("bits");
  });

  it("does not take an array for bytes", () => {
    expect(firstDifference(Uint8Array.of(1), [1], { kind: "bytes" })).toMatchObject({
      path: "",
      actual: [1],
    });
  });
});
