import fc from "fast-check";
import { expect, test } from "vitest";
import { defineExercise } from "#course/exercise/exercise.ts";
import { verdictSchema, type Verdict } from "#course/exercise/verdict.ts";
import { grade } from "#course/grading/grade.ts";
import { endless, fakeEngine, loaded, type FakeSource } from "./fake-engine.ts";

type Answer = { sign: string; half: number };

/** Stage 1: the sign, whatever the half. Stage 2: the half of small numbers. Stage 3: of large ones. */
const halves = defineExercise<[number], Answer>({
  number: "99.2",
  entry: "halve",
  level: 5,
  points: 6,
  prerequisites: [],
  parameters: [{ name: "n", shape: { kind: "value" } }],
  result: { kind: "value" },
  // In an order that is not that of the stages.
  golden: [{ name: "large", args: [1000], expected: { sign: "+", half: 500 }, source: "arithmetic" }],
  edges: [
    { name: "negative", args: [-4] },
    { name: "four", args: [4] },
  ],
  generators: {
    any: fc.tuple(fc.integer({ min: -9, max: 9 })),
    "large-any": fc.tuple(fc.integer({ min: 100, max: 200 })),
  },
  reference: (n) => ({ sign: n < 0 ? "-" : "+", half: Math.trunc(n / 2) }),
  accepts: ([n]) => Number.isInteger(n),
  stages: [
    {
      name: "sign",
      points: 1,
      cases: ["negative"],
      sameResult: (expected, actual) => (actual as Answer | undefined)?.sign === expected.sign,
    },
    { name: "small", points: 2, cases: ["four", "any"] },
    { name: "large-numbers", points: 3, cases: ["large", "large-any"] },
  ],
});

const right = halves.reference.bind(halves) as (n: number) => Answer;
const sources: Record<string, FakeSource> = {
  right: () => right,
  "sign only": () => (n: number) => ({ ...right(n), half: 0 }),
  "small only": () => (n: number) => (n >= 100 ? null : right(n)),
  "rounds small": () => (n: number) => (n >= 100 ? right(n) : { ...right(n), half: n / 2 }),
  "rounds small, no large": () => (n: number) => (n >= 100 ? null : { ...right(n), half: n / 2 }),
  "endless at four": () => (n: number) => (n === 4 ? endless : right(n)),
  "no sign, endless at four": () => (n: number) => (n === 4 ? endless : { ...right(n), sign: "" }),
};
const exercise = loaded(halves, "rounds small");
const run = async (source: string, extraCases: number[][] = []): Promise<Verdict> => {
  const verdict = await grade(fakeEngine(sources), exercise, source, { seed: 3, runs: 40, extraCases });
  expect(verdictSchema.parse(JSON.parse(JSON.stringify(verdict)))).toStrictEqual(verdict);
  return verdict;
};
const outcomes = async (source: string): Promise<unknown> =>
  (await run(source)).stages?.map(({ outcome }) => outcome);

test("every stage is judged on its own, in the order of the stages", async () => {
  expect(await run("right")).toMatchObject({
    kind: "passed",
    stages: [
      { name: "sign", points: 1, outcome: "passed" },
      { name: "small", points: 2, outcome: "passed" },
      { name: "large-numbers", points: 3, outcome: "passed" },
    ],
  });
  expect(await outcomes("sign only")).toEqual(["passed", "failed", "failed"]);
  expect(await outcomes("small only")).toEqual(["passed", "passed", "failed"]);
  expect(await outcomes("rounds small")).toEqual(["passed", "failed", "passed"]);
});

test("a limit leaves later stages unreached, and earlier ones judged", async () => {
  expect(await outcomes("endless at four")).toEqual(["passed", "failed", "not-reached"]);
  const verdict = await run("no sign, endless at four");
  expect(verdict.stages?.map(({ outcome }) => outcome)).toEqual(["failed", "failed", "not-reached"]);
  expect(verdict).toMatchObject({ kind: "failed", counterexample: { name: "negative" } });
});

test("the counterexample comes from the first failed stage, before a kept case of another", async () => {
  expect(await run("sign only", [[500]])).toMatchObject({ counterexample: { name: "four" } });
  expect(await run("small only", [[500]])).toMatchObject({ counterexample: { name: "large" } });
});

test("a mistake is recognised in the first failed stage, even if later ones fail otherwise", async () => {
  expect(await run("rounds small, no large")).toMatchObject({ kind: "failed", mistake: "rounds small" });
});

test("an exercise without stages has none in its verdict", async () => {
  const { stages, ...plain } = exercise;
  expect(stages).toHaveLength(3);
  const verdict = await grade(fakeEngine(sources), plain, "right", { seed: 3, runs: 5 });
  expect(verdict).not.toHaveProperty("stages");
});
