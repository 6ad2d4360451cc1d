import { expect, test } from "vitest";
import type { Folder } from "../../../../../src/cli/check/folder.ts";
import type { Problem } from "../../../../../src/cli/check/problem.ts";
import { bytes, problemsIn, sound, withExercise, withStatement } from "../sound-folder.ts";

const { golden, edges } = sound.exercise;
const { cases, mistakes } = sound.statement;
const named = Object.keys(cases);
const two = { name: "two", args: bytes(1, 2) };

test("a sound folder has no problem", async () => {
  expect(await problemsIn(sound)).toEqual([]);
});

const breaks: [string, Folder, Problem[]][] = [
  [
    "a number outside the plan of the course",
    withExercise({ number: "19.1" }),
    [{ code: "fact-wrong", fact: "number", value: "19.1" }],
  ],
  ["half a point", withExercise({ points: 0.5 }), [{ code: "fact-wrong", fact: "points", value: "0.5" }]],
  [
    "an undescribed parameter",
    withExercise({ reference: (a, b) => (b === 1 ? a : sound.exercise.reference(a)), parameters: [] }),
    [{ code: "fact-wrong", fact: "parameters", value: "0" }],
  ],
  [
    "a golden vector from nowhere",
    withExercise({ golden: golden.map((one) => ({ ...one, source: " " })) }),
    [{ code: "fact-wrong", fact: "golden-source", value: "ether-type-ipv4" }],
  ],
  [
    "prerequisites that are itself, unplanned, and good",
    withExercise({ prerequisites: ["01.1", "19.1", "18.6"] }),
    [
      { code: "prerequisite-unknown", number: "01.1" },
      { code: "prerequisite-unknown", number: "19.1" },
    ],
  ],
  [
    "a name used twice",
    withExercise({ edges: [...edges, { ...two, name: "empty" }] }),
    [{ code: "name-twice", name: "empty" }],
  ],
  [
    "stages that leave out a case, name one twice and an unknown one, and count other points",
    {
      ...withExercise({
        stages: [
          { name: "first", points: 1, cases: [...named.slice(1), "nowhere"] },
          { name: "second", points: 7, cases: named.slice(1, 2) },
        ],
      }),
      ...{ statement: { ...sound.statement, stages: { first: "une étape", third: "une autre" } } },
    },
    [
      { code: "sentence-missing", section: "stages", name: "second" },
      { code: "sentence-left-over", section: "stages", name: "third" },
      { code: "stage-of-case", name: named[0] ?? "", found: 0 },
      { code: "stage-of-case", name: named[1] ?? "", found: 2 },
      { code: "stage-case-unknown", stage: "first", name: "nowhere" },
      { code: "stage-points", sum: 8, points: sound.exercise.points },
    ],
  ],
  [
    "a name in capitals",
    {
      ...withExercise({ edges: [...edges, { ...two, name: "Two" }] }),
      ...{ statement: { ...sound.statement, cases: { ...cases, Two: "Deux" } } },
    },
    [{ code: "name-not-kebab", name: "Two" }],
  ],
  [
    "a case without a sentence",
    withExercise({ edges: [...edges, two] }),
    [{ code: "sentence-missing", section: "cases", name: "two" }],
  ],
  [
    "a mistake without a sentence",
    withStatement({
      mistakes: Object.fromEntries(Object.entries(mistakes).filter(([name]) => name !== "little-endian")),
    }),
    [{ code: "sentence-missing", section: "mistakes", name: "little-endian" }],
  ],
  [
    "a sentence about no case",
    withStatement({ cases: { ...cases, gone: "Parti" } }),
    [{ code: "sentence-left-over", section: "cases", name: "gone" }],
  ],
];

test.each(breaks)("%s: that problem and no other", async (_, broken, expected) => {
  expect(await problemsIn(broken)).toEqual(expected);
});
