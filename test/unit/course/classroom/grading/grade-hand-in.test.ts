import { expect, test } from "vitest";
import { answersDefinition } from "../../../../../src/cli/class/activity-files.ts";
import { gradedHandInSchema } from "../../../../../src/course/classroom/graded.ts";
import type { Gradable } from "../../../../../src/course/classroom/grading/gradable.ts";
import { gradeHandIn } from "../../../../../src/course/classroom/grading/grade-hand-in.ts";
import { due, handInOf, hour, type Done } from "../../../../fixtures/class/hand-in-of.ts";
import { ids } from "../../../../fixtures/class/texts.ts";
import { passed } from "../../progress/verdicts.ts";

const code: Gradable = {
  number: "03.1",
  id: ids.checksum,
  title: "",
  points: 4,
  version: "11111111",
  task: { kind: "code", extraCases: [] },
};
const options: Gradable = {
  ...code,
  number: "03.4 bis",
  id: ids.options,
  task: { kind: "answers", definition: answersDefinition(ids.options) },
};

/** Grades what was done by a student whose code always passes. */
const graded = (done: Readonly<Record<string, Done>>, after?: number) =>
  gradeHandIn(
    handInOf(
      { student: { number: "1", name: "A", group: "" }, done, ...(after === undefined ? {} : { after }) },
      new Map([[ids.checksum, "11111111"]]),
    ),
    { path: "a.prip.json", others: [] },
    {
      lab: { number: "tp90", due },
      seed: 1,
      activities: [code, options],
      grade: () => Promise.resolve(passed),
    },
  );

test("a claim of failure that grading does not confirm is reported too", async () => {
  const { handIn, problems } = await graded({ [ids.checksum]: { text: "x", claimed: false } });
  expect(handIn.activities[0]).toMatchObject({ state: "passed", claimed: false, agrees: false });
  expect(problems).toEqual([
    { path: "a.prip.json", number: "1", code: "claim-differs", activity: "03.1", detail: "failed" },
  ]);
});

test("a date before the work in the file is odd: it may have been forged to be in time", async () => {
  const done = { [ids.checksum]: { text: "x" } };
  const codes = async (after: number) => (await graded(done, after)).problems.map(({ code }) => code);
  expect(await codes(-3 * hour)).toEqual(["odd-date"]); // the text is of two hours before the due date
  expect(await codes(-2 * hour - 10 * 60_000)).toEqual([]);
});

test("what was not handed in claims nothing that differs, whatever its version", async () => {
  const { handIn, problems } = await graded({
    [ids.checksum]: { text: "  ", claimed: null, version: "22222222" },
  });
  expect(handIn.activities.map(({ state }) => state)).toEqual(["missing", "missing"]);
  expect(problems).toEqual([]);
});

test("a file made by hand to be endless gives results of a size for pages", async () => {
  const endless = "z".repeat(10_000);
  const unknown = Array.from({ length: 500 }, (_, i) => [`a/${endless}${i}`, { text: "" }] as const);
  const value = Array.from({ length: 10_000 }, (_, i) => `${endless.slice(0, 200)}${i}`);
  const answers = { format: 1, parts: { situations: { voisin: { value, checked: true } } } };
  const { handIn, problems } = await graded({
    ...Object.fromEntries(unknown),
    [ids.checksum]: { text: "x", version: endless },
    [ids.options]: { text: JSON.stringify(answers) },
  });
  expect(gradedHandInSchema.safeParse(handIn).success).toBe(true);
  expect(handIn.activities[1]?.mistakes.length).toBeLessThanOrEqual(100);
  expect(JSON.stringify(handIn.activities[1]?.mistakes).length).toBeLessThan(20_000);
  expect(JSON.stringify(problems).length).toBeLessThan(10_000);
  expect(problems.map((one) => one.code)).toContain("unknown-version");
});
