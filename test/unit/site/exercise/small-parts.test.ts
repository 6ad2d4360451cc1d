import { describe, expect, test } from "vitest";
import { editorKind } from "../../../../src/site/exercise/editor/choose.ts";
import { pieces } from "../../../../src/site/exercise/ui/DifferenceBlock.tsx";
import { when } from "../../../../src/site/exercise/words.ts";

describe("the bits that differ", () => {
  test("are cut out in runs", () =>
    expect(pieces("0110 0001", "0100 0011")).toEqual([
      { text: "01", differs: false },
      { text: "1", differs: true },
      { text: "0 00", differs: false },
      { text: "0", differs: true },
      { text: "1", differs: false },
    ]));
  test("none when equal", () => expect(pieces("01", "01")).toEqual([{ text: "01", differs: false }]));
});

describe("the editor", () => {
  test.each([
    [null, true, "full"],
    ["full", true, "full"],
    ["simple", true, "simple"],
    [null, false, "simple"],
    ["full", false, "simple"],
  ] as const)("chosen %s, fits %s: %s", (choice, fits, kind) => expect(editorKind(choice, fits)).toBe(kind));
});

test("a time of today is a time, an older one has its day", () => {
  const now = new Date(2026, 2, 3, 14, 30).getTime();
  expect(when(new Date(2026, 2, 3, 14, 3).getTime(), now)).toBe("à 14:03");
  expect(when(new Date(2026, 2, 1, 14, 3).getTime(), now)).toBe("le 1 mars à 14:03");
});
