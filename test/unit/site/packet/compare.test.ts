import { describe, expect, it } from "vitest";
import { fromHex } from "#net/bytes/hex.ts";
import { ipv4Layout } from "#net/wire/ipv4-layout.ts";
import { differingFields } from "../../../../src/site/packet/compare.ts";

const bytes = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array();
const expected = bytes("450000be d431 4000 4006 11e7 0af40105 8efab92e");
const names = (actual: Uint8Array): string[] =>
  differingFields(ipv4Layout, expected, actual).map(({ field }) => field.name);

describe("differingFields", () => {
  it("finds nothing between equal messages", () => {
    expect(names(expected.slice())).toEqual([]);
  });

  it("names the field, and reads the other message's value in its own words", () => {
    const actual = bytes("450000be d431 4000 4006 10e7 0af40105 8efab92f");
    const differences = differingFields(ipv4Layout, expected, actual);
    expect(differences.map(({ field, actualValue }) => [field.name, actualValue])).toEqual([
      ["Header Checksum", "0x10e7"],
      ["Destination Address", "142.250.185.47"],
    ]);
    expect(differences[0]).toMatchObject({
      expectedBits: "0001000111100111",
      actualBits: "0001000011100111",
    });
  });

  it("tells the flags of one byte apart", () => {
    expect(names(bytes("450000be d431 2000 4006 11e7 0af40105 8efab92e"))).toEqual(["DF", "MF"]);
  });

  it("says of a cut message what is missing", () => {
    const differences = differingFields(ipv4Layout, expected, expected.subarray(0, 18));
    expect(
      differences.map(({ field, actualValue, actualBits }) => [field.name, actualValue, actualBits.length]),
    ).toEqual([["Destination Address", "8efa", 16]]);
    const empty = differingFields(ipv4Layout, expected, new Uint8Array());
    expect(empty.every(({ actualValue }) => actualValue === null)).toBe(true);
  });
});
