import { expect, test } from "vitest";
import { readHandIn, writeHandIn } from "../../../../src/course/classroom/hand-in.ts";
import { isEmpty, makeHandIn, workedSince } from "../../../../src/course/classroom/make-hand-in.ts";
import { openActivity } from "../../../../src/course/progress/activity-store.ts";
import { openDraft } from "../../../../src/course/progress/open-draft.ts";
import { browser } from "../progress/desk.ts";
import { failing, passed } from "../progress/verdicts.ts";

const order = {
  lab: "tp1",
  student: { name: "Zoé D'Août", number: "22301234", group: "" },
  workbook: "0.1.0",
  activities: ["bytes/read-uint", "activites/01.3-les-etapes", "ethernet/frame-sizes"].map((id, at) => ({
    id,
    version: `0000000${String(at)}`,
  })),
};

test("holds text, attempts, hints and the best claim of each activity of the lab, and nothing of others", () => {
  const page = browser().page();
  const code = openDraft(page, "bytes/read-uint", "starter");
  code.type("my text");
  const done = openActivity(page, "bytes/read-uint");
  done.hint(2);
  done.attempt({ ...passed, seed: 41 }, 3, []);
  done.attempt({ ...passed, seed: 42 }, 3, []);
  done.attempt({ ...failing(1), seed: 43 }, 3, []);
  openActivity(page, "activites/01.3-les-etapes").answered({
    kind: "failed",
    cases: { run: 4, passed: 1, total: 4 },
    mistake: null,
    points: 1,
  });
  openDraft(page, "ipv4/checksum", "starter").type("of another lab");

  const handIn = makeHandIn(page, order);
  expect(handIn).toMatchObject({ lab: "tp1", student: order.student, workbook: "0.1.0" });
  const [first, second, third] = handIn.activities;
  expect(handIn.activities.map(({ id, version }) => ({ id, version }))).toEqual(order.activities);
  expect(first).toMatchObject({
    claim: { passed: true, points: 3, seed: 41 },
    work: { activity: { hints: 2 } },
  });
  expect(first?.work.activity.attempts.map(({ seed }) => seed)).toEqual([41, 42, 43]);
  expect(second?.claim).toEqual({ passed: false, points: 1, seed: 0 });
  expect(third?.claim).toBeNull();
  expect(JSON.stringify(handIn)).not.toContain("of another lab");
  expect(readHandIn(writeHandIn(handIn))).toEqual({ ok: true, handIn, intact: true });
});

test("an activity is empty without a text, even after an attempt, and with blanks only", () => {
  const page = browser().page();
  openDraft(page, "bytes/read-uint", "starter").type("  \n");
  openActivity(page, "activites/01.3-les-etapes").attempt(passed, 1, []);
  openDraft(page, "ethernet/frame-sizes", "starter").type("x");
  expect(makeHandIn(page, order).activities.map(isEmpty)).toEqual([true, true, false]);
});

test("work that goes on after a hand-in is noticed, in its activities only", () => {
  const desk = browser();
  const page = desk.page();
  const draft = openDraft(page, "bytes/read-uint", "starter");
  draft.type("before");
  const { made } = makeHandIn(page, order);
  openDraft(page, "ipv4/checksum", "starter").type("elsewhere");
  const ids = order.activities.map(({ id }) => id);
  expect(workedSince(page, ids, made)).toBe(false);
  draft.type("after");
  expect(workedSince(page, ids, made)).toBe(true);
});
