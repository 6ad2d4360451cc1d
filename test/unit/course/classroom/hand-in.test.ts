import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  handInFileName,
  handedText,
  readHandIn,
  writeHandIn,
  type HandIn,
} from "../../../../src/course/classroom/hand-in.ts";
import { openActivity } from "../../../../src/course/progress/activity-store.ts";
import { openDraft } from "../../../../src/course/progress/open-draft.ts";
import { workOn } from "../../../../src/course/progress/works.ts";
import { browser } from "../progress/desk.ts";
import { passed } from "../progress/verdicts.ts";

const id = "ipv4/checksum";

function someHandIn(): HandIn {
  const page = browser().page();
  const draft = openDraft(page, id, "starter");
  draft.type("my text");
  openActivity(page, id).attempt(passed, 4, []);
  return {
    lab: "tp3",
    student: { name: "Zoé D'Août", number: "22301234", group: "B2" },
    made: 1_800_000_000_000,
    workbook: "0.1.0",
    activities: [
      {
        id,
        version: "00000000",
        claim: { passed: true, points: 4, seed: 1 },
        work: workOn(page, id),
      },
    ],
  };
}

describe("a hand-in file", () => {
  test("gives back what was handed in", () => {
    const handIn = someHandIn();
    expect(readHandIn(writeHandIn(handIn))).toEqual({ ok: true, handIn, intact: true });
    expect(handIn.activities.map(({ work }) => handedText(work))).toEqual(["my text"]);
  });

  test("shows that somebody changed it", () => {
    const text = writeHandIn(someHandIn()).replace('"points": 4', '"points": 5');
    expect(readHandIn(text)).toMatchObject({ ok: true, intact: false });
  });

  test.each([
    ["", "not-json"],
    ["{", "not-json"],
    ["[]", "not-ours"],
    ['{"format":"prip-travaux","version":1}', "not-ours"],
    ['{"format":"prip-remise","version":2,"checksum":"","contents":{}}', "newer-version"],
    ['{"format":"prip-remise","version":1,"checksum":"","contents":{"lab":"tp1"}}', "damaged"],
  ])("%s is %s", (text, code) => {
    expect(readHandIn(text)).toMatchObject({ ok: false, code });
  });

  test("cut anywhere, it is no hand-in and nothing is thrown", () => {
    const text = writeHandIn(someHandIn());
    fc.assert(
      fc.property(fc.integer({ min: 0, max: text.length - 2 }), (length) => {
        expect(readHandIn(text.slice(0, length)).ok).toBe(false);
      }),
    );
  });
});

test.each([
  ["Zoé D'Août", "tp3-ZOE-D-AOUT-22301234.prip.json"],
  ["../../etc", "tp3-ETC-22301234.prip.json"],
  ["李", "tp3-ANONYME-22301234.prip.json"],
])("the file of %s is %s", (name, expected) => {
  expect(handInFileName({ lab: "tp3", student: { name, number: "22301234", group: "" } })).toBe(expected);
});
