import { expect, test } from "vitest";
import { openActivity } from "../../../../src/course/progress/activity-store.ts";
import { openDraft } from "../../../../src/course/progress/open-draft.ts";
import { chapterOf, lineOf, strangers, totalOf } from "../../../../src/course/progress/totals.ts";
import { browser } from "./desk.ts";
import { failing, passed } from "./verdicts.ts";

const listed = [
  { id: "ipv4/checksum", number: "03.1", points: 4 },
  { id: "ipv4/verify", number: "03.2", points: 3 },
  { id: "ipv4/ttl", number: "03.3", points: 2 },
];

test("counts states, points and exercises", () => {
  const page = browser().page();
  openActivity(page, "ipv4/checksum").attempt(failing(1), 4, []);
  openActivity(page, "ipv4/checksum").attempt(passed, 4, []);
  openActivity(page, "ipv4/checksum").attempt(passed, 4, []);
  openDraft(page, "ipv4/verify", "starter").type("begun");
  openDraft(page, "ipv4/retired", "starter").type("left over");
  const lines = listed.map(({ id }) => lineOf(page, id));
  expect(lines.map(({ state, points, attempts }) => [state, points, attempts])).toEqual([
    ["passed", 4, 3],
    ["started", 0, 0],
    ["none", 0, 0],
  ]);
  expect(lines.map(({ last }) => last === null)).toEqual([false, false, true]);
  expect(totalOf(listed, lines)).toEqual({ passed: 1, exercises: 3, points: 4, of: 9 });
  expect(strangers(page, listed)).toEqual(["ipv4/retired"]);
  expect(chapterOf("03.1")).toBe(3);
});
