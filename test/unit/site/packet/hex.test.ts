import { describe, expect, it } from "vitest";
import { fromHex } from "#net/bytes/hex.ts";
import { ipv4Layout } from "#net/wire/ipv4-layout.ts";
import { hexPieces, wholeByte } from "../../../../src/site/packet/hex-pieces.ts";
import { hexRows } from "../../../../src/site/packet/hex-rows.ts";

const never = (): boolean => false;

describe("hexRows", () => {
  it("shows short messages whole, an empty one as one empty row", () => {
    expect(hexRows(33, never)).toEqual([0, 16, 32].map((from) => ({ kind: "row", from })));
    expect(hexRows(0, never)).toEqual([{ kind: "row", from: 0 }]);
  });

  it("leaves out the middle of a long message, and counts what it leaves out", () => {
    const rows = hexRows(1500, never);
    expect(rows).toHaveLength(8);
    expect(rows[6]).toEqual({ kind: "omitted", from: 96, bytes: 1488 - 96 });
    expect(rows[7]).toEqual({ kind: "row", from: 1488 });
  });

  it("shows an interesting byte with its neighbours", () => {
    const rows = hexRows(1500, (offset) => offset === 800);
    expect(rows.slice(6)).toEqual([
      { kind: "omitted", from: 96, bytes: 784 - 96 },
      { kind: "row", from: 784 },
      { kind: "row", from: 800 },
      { kind: "row", from: 816 },
      { kind: "omitted", from: 832, bytes: 1488 - 832 },
      { kind: "row", from: 1488 },
    ]);
  });

  it("leaves no single row out", () => {
    expect(hexRows(8 * 16, never)).toHaveLength(8);
    expect(hexRows(8 * 16, never).every(({ kind }) => kind === "row")).toBe(true);
  });
});

describe("hexPieces", () => {
  const bytes = fromHex("450000bed43140004006") ?? new Uint8Array();
  const fields = ipv4Layout.fields(bytes);
  const namesOf = (indices: string): (string | undefined)[] =>
    indices.split(" ").map((index) => fields[Number(index)]?.name);

  it("cuts a byte that two fields share between its digits", () => {
    const [left, right] = hexPieces(bytes, fields, 0);
    expect([left?.text, ...namesOf(left?.fields ?? "")]).toEqual(["4", "Version"]);
    expect([right?.text, ...namesOf(right?.fields ?? "")]).toEqual(["5", "IHL"]);
  });

  it("names every field that has a bit in a digit", () => {
    const [left, right] = hexPieces(bytes, fields, 6);
    expect(namesOf(left?.fields ?? "")).toEqual(["Reserved", "DF", "MF", "Fragment Offset"]);
    expect(namesOf(right?.fields ?? "")).toEqual(["Fragment Offset"]);
    expect(namesOf(wholeByte(bytes, fields, 6).fields)).toEqual(["Reserved", "DF", "MF", "Fragment Offset"]);
  });

  it("keeps a byte of one field whole, and leaves room where there is none", () => {
    expect(hexPieces(bytes, fields, 2)).toEqual([{ text: "00", fields: "4", group: "length" }]);
    expect(hexPieces(bytes, fields, 99)).toEqual([{ text: "  ", fields: "", group: null }]);
  });
});
