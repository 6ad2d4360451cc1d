import { expect, test } from "vitest";
import { writeHandIn } from "../../../../src/course/classroom/hand-in.ts";
import { makeHandIn } from "../../../../src/course/classroom/make-hand-in.ts";
import { readWorks } from "../../../../src/course/classroom/read-works.ts";
import { openDraft } from "../../../../src/course/progress/open-draft.ts";
import { exportWorks } from "../../../../src/course/progress/works-file.ts";
import { workOn } from "../../../../src/course/progress/works.ts";
import { browser } from "../progress/desk.ts";

const page = browser().page();
openDraft(page, "bytes/read-uint", "starter").type("mine");
const works = [workOn(page, "bytes/read-uint")];
const handIn = makeHandIn(page, {
  lab: "tp1",
  student: { name: "Zoé", number: "1", group: "" },
  workbook: "0.1.0",
  activities: [{ id: "bytes/read-uint", version: "00000000" }],
});

test("a hand-in and an export hold the same works", () => {
  const exported = readWorks(exportWorks(page));
  const handed = readWorks(writeHandIn(handIn));
  expect(exported).toMatchObject({ ok: true, intact: true, works });
  expect(handed).toMatchObject({ ok: true, intact: true, works, exported: "2023-11-14T22:13:20.002Z" });
});

test("a changed hand-in is read and says so; a date that is none is left out", () => {
  const text = writeHandIn({ ...handIn, made: 1e300 });
  expect(readWorks(text.replace('"mine"', '"yours"'))).toMatchObject({
    ok: true,
    intact: false,
    exported: "",
  });
});

test.each([
  ["{ half", "not-json"],
  ["[]", "not-ours"],
  ['{"format":"prip-remise","version":9,"checksum":"","contents":{}}', "newer-version"],
  ['{"format":"prip-remise","version":1,"checksum":"","contents":{}}', "damaged"],
])("%s is refused: %s", (text, code) => {
  expect(readWorks(text)).toEqual({ ok: false, code });
});
