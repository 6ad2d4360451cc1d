import { expect, test } from "vitest";
import { writeHandIn } from "#course/classroom/hand-in.ts";
import { makeHandIn } from "#course/classroom/make-hand-in.ts";
import { readImport } from "#course/classroom/read-import.ts";
import { keepStudent, keptStudent, lastHandIn, noteHandIn } from "#course/classroom/student-store.ts";
import { eraseAll } from "#course/progress/erase.ts";
import { changesNothing, changesOf, importWorks } from "#course/progress/import-works.ts";
import { openActivity } from "#course/progress/activity-store.ts";
import { openDraft } from "#course/progress/open-draft.ts";
import type { Records } from "#course/progress/records.ts";
import { workOn } from "#course/progress/works.ts";
import { exportWorks } from "#course/progress/works-file.ts";
import { browser } from "../progress/desk.ts";
import { passed } from "../progress/verdicts.ts";

const ids = ["ipv4/checksum", "activites/03.4-bis-routes-imposees"];
const student = { name: "Zoé D'Août", number: "22301234", group: "B2" };

function worked(): Records {
  const page = browser().page();
  openDraft(page, "ipv4/checksum", "starter").type("my text");
  const activity = openActivity(page, "ipv4/checksum");
  activity.hint(1);
  activity.attempt(passed, 4, []);
  openDraft(page, "activites/03.4-bis-routes-imposees", "{}").type('{"parts":{}}');
  return page;
}
const handIn = (page: Records): string =>
  writeHandIn(
    makeHandIn(page, {
      lab: "tp2",
      student,
      workbook: "0.1.0",
      activities: ids.map((id) => ({ id, version: "00000000" })),
    }),
  );

test("a hand-in opened on another machine brings everything back, and opened twice nothing more", () => {
  const here = worked();
  const file = readImport(handIn(here));
  if (!file.ok) throw new Error(file.code);
  expect(file).toMatchObject({ handIn: { lab: "tp2", student }, intact: true, unreadable: 0 });
  const there = browser().page();
  expect(importWorks(there, file.works)).toBe("written");
  expect(ids.map((id) => workOn(there, id))).toEqual(ids.map((id) => workOn(here, id)));
  expect(changesOf(there, file.works).every(changesNothing)).toBe(true);
});

test("a text that was written there meanwhile stands beside the one of the file", () => {
  const file = readImport(handIn(worked()));
  if (!file.ok) throw new Error(file.code);
  const there = browser().page();
  openDraft(there, "ipv4/checksum", "starter").type("another text");
  expect(changesOf(there, file.works).map(({ text }) => text)).toEqual(["both", "new"]);
  importWorks(there, file.works);
  expect(
    workOn(there, "ipv4/checksum")
      .drafts.map(({ text }) => text)
      .toSorted(),
  ).toEqual(["another text", "my text"]);
});

test("an export of « Mes travaux » is read as well, with its date", () => {
  const page = worked();
  const file = readImport(exportWorks(page));
  expect(file).toMatchObject({ ok: true, handIn: null, intact: true, works: [{}, {}] });
  expect(file.ok && Math.abs(file.made - page.now())).toBeLessThan(1000);
});

const text = handIn(worked());
test.each([
  ["a changed claim", text.replace('"points": 4', '"points": 5'), { ok: true, intact: false }],
  ["half a file", text.slice(0, text.length / 2), { ok: false, code: "not-json" }],
  ["a later version", text.replace('"version": 1', '"version": 2'), { ok: false, code: "newer-version" }],
  ["a part that is gone", text.replace('"hints": 1,', ""), { ok: false, code: "damaged" }],
  ["another program's file", '{"nbformat": 4}', { ok: false, code: "not-ours" }],
  [
    "an export of a later version",
    '{"format":"prip-travaux","version":2,"exported":"","checksum":"","works":[]}',
    { ok: false, code: "newer-version" },
  ],
])("%s is known", (_, file, outcome) => {
  expect(readImport(file)).toMatchObject(outcome);
});

test("who hands in is kept, replaced when edited, and goes with everything else", () => {
  const desk = browser();
  const page = desk.page();
  expect([keptStudent(page), lastHandIn(page, "tp2")]).toEqual([null, null]);
  keepStudent(page, student);
  keepStudent(page, { ...student, group: "C" });
  noteHandIn(page, "tp2", { file: "tp2-ZOE.prip.json", made: 5 });
  expect(keptStudent(desk.page())).toEqual({ ...student, group: "C" });
  expect(lastHandIn(desk.page(), "tp2")).toMatchObject({ file: "tp2-ZOE.prip.json", made: 5 });
  expect(lastHandIn(desk.page(), "tp1")).toBeNull();
  eraseAll(page.storage);
  expect([keptStudent(page), lastHandIn(page, "tp2")]).toEqual([null, null]);
});
