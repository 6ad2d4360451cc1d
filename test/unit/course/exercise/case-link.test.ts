import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromBase64Url, toBase64Url } from "#course/exercise/base64url.ts";
import { decodeCase, encodeCase } from "#course/exercise/case-link.ts";

describe("base64url", () => {
  test.each([
    ["", ""],
    ["f", "Zg"],
    ["fo", "Zm8"],
    ["foo", "Zm9v"],
    ["foob", "Zm9vYg"],
    ["fooba", "Zm9vYmE"],
    ["foobar", "Zm9vYmFy"],
  ])("RFC 4648 §10: %j", (text, code) => expect(toBase64Url(new TextEncoder().encode(text))).toBe(code));

  test("agrees with Node, both ways", () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const code = Buffer.from(bytes).toString("base64url");
        expect(toBase64Url(bytes)).toBe(code);
        expect(fromBase64Url(code)).toEqual(bytes);
      }),
    );
  });

  test.each(["A", "Zg==", "Zm 9", "Zm+/", "Zh", "é"])("%j is no code", (code) =>
    expect(fromBase64Url(code)).toBeNull(),
  );
});

describe("case links", () => {
  test.each([
    [[{ $bytes: "4500" }], 0x7f3a],
    [[], 0],
    [
      ["é « ∞ » \u{1f600} \ud800", null, true, { $number: "NaN" }, [1.5, { a: { $undefined: true } }]],
      0xffff_ffff,
    ],
  ])("%j and back", (args, seed) => {
    const code = encodeCase(args, seed);
    expect(code).toMatch(/^[\w-]+$/);
    expect(decodeCase(code ?? "")).toEqual({ args, seed });
  });

  test("a case too large for a link has none", () => {
    expect(encodeCase([{ $bytes: "00".repeat(3_000) }], 1)).toBeNull();
    expect(encodeCase([{ $bytes: "00".repeat(1_500) }], 1)).not.toBeNull();
  });

  const code = (text: string): string => Buffer.from(text).toString("base64url");
  test.each([
    ["nothing", ""],
    ["no base64url", "%%%"],
    ["no JSON", code("[[1],")],
    ["no UTF-8", Buffer.from([0x5b, 0xff, 0x5d]).toString("base64url")],
    ["no pair", code("[[1]]")],
    ["three things", code("[[1],1,1]")],
    ["no list", code("[1,1]")],
    ["a seed out of range", code("[[1],4294967296]")],
    ["a fraction for a seed", code("[[1],1.5]")],
    ["more than a link holds", code(`[["${"x".repeat(8_000)}"],1]`)],
  ])("%s is no case", (_, text) => expect(decodeCase(text)).toBeNull());

  test("a list nested deeper than the parser goes is no exception", () => {
    const deep = code(`[${"[".repeat(2_900)}${"]".repeat(2_900)},1]`);
    expect(() => decodeCase(deep)).not.toThrow();
  });
});
