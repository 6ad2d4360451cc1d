import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { integer, tuple } from "fast-check";
import { expect, test } from "vitest";
import type { Exercise, LoadedExercise } from "#course/exercise/exercise.ts";
import { verdictSchema, type Verdict } from "#course/exercise/verdict.ts";
import { withShrinks } from "#course/generators/with-shrinks.ts";
import type { Engine } from "#course/grading/engine.ts";
import { grade } from "#course/grading/grade.ts";
import { tryOut } from "#course/grading/try-out.ts";
import { openCandidate } from "#course/sandbox/open.ts";

const quickjs = WebAssembly.compile(
  readFileSync(createRequire(import.meta.url).resolve("@jitl/quickjs-wasmfile-release-sync/wasm")),
);
const engine: Engine = {
  open: async (code, entry, seed, budget) => openCandidate(await quickjs, { code, entry, seed, budget }),
};

/** `find(isAtLeast)`: the smallest number that the function says yes to; the case is that number. */
const isCase = (args: readonly unknown[]): boolean =>
  args.length === 1 && Number.isInteger(args[0]) && Number(args[0]) >= 0 && Number(args[0]) <= 50;
const base: Exercise = {
  number: "01.1",
  entry: "find",
  level: 1,
  points: 1,
  prerequisites: [],
  parameters: [
    {
      name: "isAtLeast",
      shape: { kind: "value" },
      callable: (data) => (guess) => Number(guess) >= Number(data),
    },
  ],
  result: { kind: "value" },
  golden: [{ name: "three", args: [3], expected: 3, source: "by hand" }],
  edges: [],
  generators: {
    numbers: tuple(
      withShrinks(
        integer({ min: 0, max: 50 }),
        (value): value is number => Number.isInteger(value),
        (value) => [0, value - 2, value - 1].filter((n) => n >= 0 && n < value),
      ),
    ),
  },
  reference: (n) => n,
  accepts: isCase,
};
const right = "export function find(g) { let n = 0; while (!g(n)) n++; return n }";
const tooFar = "export function find(g) { let n = 0; while (!g(n)) n += 2; return n }";
const exercise: LoadedExercise = {
  ...base,
  id: "test/find",
  mistakes: [
    { name: "by-two", source: tooFar },
    { name: "one-more", source: "export function find(g) { let n = 0; while (!g(n)) n++; return n + 1 }" },
  ],
};

const judge = async (source: string): Promise<Verdict> =>
  grade(engine, exercise, source, { seed: 7, runs: 60 });

test("data of a case becomes a function for the learner, and the reference gets the data", async () => {
  expect(await judge(right)).toMatchObject({ kind: "passed", cases: { passed: 61 } });
});

test("a failing case is shrunk as data, recognised, and shows the calls; plain JSON, alike every time", async () => {
  const verdict = await judge(tooFar);
  expect(verdict).toMatchObject({
    kind: "failed",
    mistake: "by-two",
    counterexample: {
      input: [1],
      expected: 1,
      actual: 2,
      calls: {
        kept: [
          { name: "isAtLeast", args: [0], value: false },
          { name: "isAtLeast", args: [2], value: true },
        ],
        total: 2,
      },
    },
  });
  expect(verdictSchema.parse(JSON.parse(JSON.stringify(verdict)))).toStrictEqual(verdict);
  expect(JSON.stringify(await judge(tooFar))).toBe(JSON.stringify(verdict));
});

test("a function that is called for ever spends the budget; the first calls are kept", async () => {
  const verdict = await judge("export function find(g) { for (;;) g('x') }");
  expect(verdict).toMatchObject({ kind: "out-of-budget", limit: "case" });
  const calls = verdict.kind === "out-of-budget" ? verdict.counterexample?.calls : undefined;
  expect(calls?.kept.length).toBe(40);
  expect(calls?.total).toBeGreaterThan(1000);
});

test("a trial shows the calls too", async () => {
  const { results } = await tryOut(engine, exercise, right, [[1], ["no case"]], 1);
  expect(results).toMatchObject([
    { actual: 1, calls: { total: 2 } },
    { actual: null, stopped: "not-accepted" },
  ]);
});

test("an argument that is changed beside the function is said with the data", async () => {
  const verdict = await grade(
    engine,
    {
      ...exercise,
      parameters: [...base.parameters, { name: "list", shape: { kind: "value" } }],
      golden: [{ name: "three", args: [3, [1]], expected: 3, source: "by hand" }],
      generators: {},
      accepts: () => true,
    },
    "export function find(g, list) { list.push(g(3)); return 3 }",
    { seed: 1, runs: 0 },
  );
  expect(verdict).toMatchObject({
    kind: "failed",
    mistake: "changes-argument",
    counterexample: { input: [3, [1]], difference: { path: "arguments[1][1]" } },
  });
});
