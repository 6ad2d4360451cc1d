import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { count, french, frenchNumber, frenchSpaces } from "#course/feedback/fr/typography.ts";
import { n } from "./sample.ts";

describe("frenchSpaces", () => {
  test.each([
    ["Pourquoi ?", "Pourquoi_?"],
    ["Pourquoi?", "Pourquoi_?"],
    ["Deux cas : un ; deux !", "Deux cas_: un_; deux_!"],
    ["le mot « bit » ici", "le mot «_bit_» ici"],
    ["le mot «bit» ici", "le mot «_bit_» ici"],
    ["une espace insécable\u00a0: oui", "une espace insécable_: oui"],
    ["le code `a ? b : c` : rien", "le code `a ? b : c`_: rien"],
    ["`x`: un nom", "`x`_: un nom"],
    ["http://localhost:4321/?a=1", "http://localhost:4321/?a=1"],
    ["2001:db8:: et ::1", "2001:db8:: et ::1"],
    ["0a:22:33", "0a:22:33"],
    ["ligne 1\n: suite", "ligne 1\n: suite"],
  ])("%s", (text, expected) => expect(frenchSpaces(text)).toBe(n(expected)));

  test("applied twice changes nothing", () => {
    const piece = fc.constantFrom(
      "mot",
      " ",
      "\u202f",
      "\u00a0",
      ":",
      "?",
      "!",
      ";",
      "«",
      "»",
      "`",
      "::",
      "\n",
      ")",
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const once = frenchSpaces(pieces.join(""));
        expect(frenchSpaces(once)).toBe(once);
      }),
    );
  });
});

test.each([
  [0, "0"],
  [999, "999"],
  [1480, "1_480"],
  [4_294_967_295, "4_294_967_295"],
  [2.5, "2,5"],
  [0.125, "0,13"],
  [-1234.5, "−1_234,5"],
])("the number %d", (value, expected) => expect(frenchNumber(value)).toBe(n(expected)));

test("one is singular, and so are zero and one and a half", () => {
  expect([0, 1, 1.5, 2].map((value) => count(value, "mot", "mots"))).toEqual([
    "0 mot",
    "1 mot",
    "1,5 mot",
    "2 mots",
  ]);
});

test("inserted text keeps its own spacing", () => {
  expect(french`Dit : « ${"a ? b : c"} ».`).toBe(n("Dit_: «_a ? b : c_»."));
});
