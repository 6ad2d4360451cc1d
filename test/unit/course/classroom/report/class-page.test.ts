import { describe, expect, test } from "vitest";
import { difficultyOf } from "../../../../../src/course/classroom/report/activity-table.ts";
import { classPage } from "../../../../../src/course/classroom/report/class-page.ts";
import { feedbackPage } from "../../../../../src/course/classroom/report/feedback-page.ts";
import { tallyOf, type TallyCell } from "../../../../../src/course/classroom/report/class-tally.ts";
import { graded, handIn, materials, smallClass, wrongSum } from "./small-class.ts";
import { tableOf } from "./well-formed.ts";

/** Six students: the same mistake in three texts, a stop in one, one who passed, one who handed in nothing. */
const six = {
  ...smallClass,
  handIns: [
    handIn("1", "Ada", "B1", [wrongSum]),
    handIn("2", "Bob", "B1", [
      graded({ verdict: { ...stopped(), kind: "threw" }, state: "failed", share: 0 }),
    ]),
    handIn("3", "Cléo", "B1", [graded({})]),
    handIn("4", "Dan", "B2", [{ ...wrongSum, attempts: 12 }]),
    handIn("5", "Eve", "B2", []),
    handIn("6", "Fay", "B2", [{ ...wrongSum, attempts: 1 }]),
  ],
};

function stopped() {
  const { verdict } = wrongSum;
  if (verdict?.kind !== "failed") throw new Error("not the verdict meant");
  const error = { code: "error" as const, name: "TypeError", message: "x" };
  return { ...verdict, mistake: null, during: "call" as const, error };
}

describe("the map of mistakes", () => {
  const page = classPage(six, materials);

  test("has the commonest mistake first, groups above students, and words for every cell", () => {
    expect(tableOf(page, "map")).toEqual([
      ["Étudiant", "03.1 La retenue est perdue.", "03.1 La fonction s’arrête sur une erreur."],
      ["Toute la classe 6", "3 60 %", "1 20 %"],
      ["B1 3", "1 33 %", "1 33 %"],
      ["B2 3", "2 100 %", "0 0 %"],
      ["Ada", "6", "·"],
      ["Bob", "·", "1"],
      ["Dan", "12", "·"],
      ["Fay", "1", "·"],
      ["Cléo", "✓", "✓"],
      ["Eve", "–", "–"],
    ]);
  });

  test("shows the number of attempts in four steps", () => {
    expect(page).toMatch(/<td class="h3">\s*6\s*</);
    expect(page).toMatch(/<td class="h4">\s*12\s*</);
    expect(page).toMatch(/<td class="h1">\s*1\s*</);
  });

  test("a mistake's example is the smallest case of all who make it", () => {
    const { verdict } = wrongSum;
    if (verdict?.kind !== "failed" || verdict.counterexample === null)
      throw new Error("not the verdict meant");
    const small = { ...verdict, counterexample: { ...verdict.counterexample, input: [{ $bytes: "01" }] } };
    const handIns = [...six.handIns, handIn("7", "Gus", "B1", [{ ...wrongSum, verdict: small }])];
    expect(tallyOf({ ...six, handIns }).mistakes[0]).toMatchObject({
      students: [0, 3, 5, 6],
      example: small,
    });
  });

  test("a large class is shown by groups, its students folded, in slices where there are no groups", () => {
    const handIns = Array.from({ length: 120 }, (_, i) => handIn(String(1000 + i), "X", "", [wrongSum]));
    const large = classPage({ ...six, handIns }, materials);
    expect(tableOf(large, "map").map(([first]) => first)).toEqual([
      "Étudiant",
      "Toute la classe 120",
      "Sans groupe, nº 1000 à 1049 50",
      "Sans groupe, nº 1050 à 1099 50",
      "Sans groupe, nº 1100 à 1119 20",
    ]);
    expect(large.match(/class="map"/g)).toHaveLength(4);
  });
});

test("several files of one student are listed, the one that counts first; the student reads their dates only", () => {
  const made = Date.UTC(2027, 0, 25, 18);
  const older = { path: "FAY_9/tp3.prip.json", made: made - 3_600_000 };
  const twice = handIn("6", "Fay", "B2", [], { made, path: "BOB_2/tp3.prip.json", others: [older] });
  const several = { ...six, handIns: [handIn("1", "Ada", "B1", []), twice] };
  expect(tableOf(classPage(several, materials), "several")).toEqual([
    ["Étudiant", "Remise", "Fichier"],
    ["Fay", "25/01/2027 à 19:00, notée", "BOB_2/tp3.prip.json"],
    ["Fay", "25/01/2027 à 18:00", "FAY_9/tp3.prip.json"],
  ]);
  const own = feedbackPage(several, twice, materials);
  expect(own).toContain("Elle remplace 1 remise plus ancienne (25/01/2027 à 18:00).");
  expect(own).not.toContain("FAY_9");
});

describe("too hard or too easy", () => {
  const cell = (change: Partial<TallyCell>): TallyCell => {
    const [student] = tallyOf({ ...six, handIns: [handIn("1", "X", "", [graded({})])] }).students;
    const [passed] = student?.cells ?? [];
    if (passed === undefined) throw new Error("no cell");
    return { ...passed, ...change };
  };
  const many = (count: number, change: Partial<TallyCell>): TallyCell[] =>
    Array.from({ length: count }, () => cell(change));

  test("hard is less than 40 % passed, of those who handed in", () => {
    expect(difficultyOf([...many(3, { state: "failed" }), ...many(2, {})])).toBe(null);
    expect(
      difficultyOf([...many(4, { state: "failed" }), ...many(2, {}), ...many(9, { state: "missing" })]),
    ).toBe("hard");
  });

  test("easy is at least 90 % passed, three quarters of them at the first attempt", () => {
    expect(difficultyOf([...many(9, {}), cell({ state: "failed" })])).toBe("easy");
    expect(difficultyOf([...many(8, {}), ...many(2, { state: "failed" })])).toBe(null);
    expect(difficultyOf([...many(5, {}), ...many(5, { attempts: 2 })])).toBe(null);
  });

  test("four hand-ins say nothing", () => {
    expect(difficultyOf(many(4, { state: "failed" }))).toBe(null);
  });
});
