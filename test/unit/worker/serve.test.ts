import fc from "fast-check";
import { expect, test } from "vitest";
import { defineExercise, type LoadedExercise } from "#course/exercise/exercise.ts";
import type { Candidate, Opened } from "#course/exercise/candidate.ts";
import { serve, type Loaders } from "#worker/serve.ts";

const exercise: LoadedExercise = {
  ...defineExercise<[number], number>({
    number: "99.1",
    entry: "double",
    level: 1,
    points: 1,
    prerequisites: [],
    parameters: [{ name: "value", shape: { kind: "value" } }],
    result: { kind: "value" },
    golden: [{ name: "two", args: [2], expected: 4, source: "arithmetic" }],
    edges: [],
    generators: { any: fc.tuple(fc.nat()) },
    reference: (value) => value * 2,
    accepts: ([value]) => typeof value === "number",
  }),
  id: "test/double",
  mistakes: [],
};

/** Opens every file as the function that doubles. */
const candidate: Candidate = {
  call: ([value]) => ({
    outcome: { kind: "returned", value: Number(value) * 2 },
    printed: "",
    printedCut: 0,
    steps: 1,
  }),
  dispose: () => undefined,
};
const opened: Opened = { kind: "opened", candidate };

const loaders = (changes: Partial<Loaders> = {}): Loaders => ({
  engine: () => Promise.resolve({ open: () => Promise.resolve(opened) }),
  exercise: (id) => Promise.resolve(id === exercise.id ? exercise : null),
  ...changes,
});

const request = { type: "grade", exercise: "test/double", source: "x", seed: 1, runs: 5, extraCases: [] };

async function ask(message: unknown, changes: Partial<Loaders> = {}) {
  let started = 0;
  const response = await serve(message, loaders(changes), () => (started += 1));
  return { response, started };
}

test("a grade request gives a verdict, after one sign of start", async () => {
  expect(await ask(request)).toEqual({
    started: 1,
    response: {
      type: "graded",
      verdict: { kind: "passed", seed: 1, cases: { run: 6, passed: 6, total: 6 } },
    },
  });
});

test("a try request gives what came out", async () => {
  const { response } = await ask({
    type: "try",
    exercise: "test/double",
    source: "x",
    seed: 1,
    inputs: [[21], ["a"]],
  });
  expect(response).toEqual({
    type: "tried",
    failure: null,
    results: [
      { input: [21], actual: 42, stopped: null, printed: "", printedCut: 0 },
      { input: ["a"], actual: null, stopped: "not-accepted", printed: "", printedCut: 0 },
    ],
  });
});

test.each([
  ["no object", "rubbish"],
  ["no type", { ...request, type: undefined }],
  ["a seed out of range", { ...request, seed: 2 ** 32 }],
  ["too many runs", { ...request, runs: 1e9 }],
  ["a source that is no text", { ...request, source: 3 }],
])("a request with %s is refused", async (_, message) => {
  expect(await ask(message)).toMatchObject({
    started: 0,
    response: { type: "graded", verdict: { kind: "internal-error", code: "bad-request" } },
  });
});

test("an unknown exercise", async () => {
  expect(await ask({ ...request, exercise: "no/such" })).toMatchObject({
    started: 0,
    response: { verdict: { kind: "internal-error", code: "unknown-exercise", detail: "no/such", seed: 1 } },
  });
});

test("what does not load, and what throws while grading, is the grader's fault", async () => {
  const broken = { engine: () => Promise.reject(new Error("no network")) };
  expect(await ask(request, broken)).toMatchObject({
    started: 0,
    response: { verdict: { kind: "internal-error", code: "loading-failed", detail: "Error: no network" } },
  });
  const failing = { engine: () => Promise.resolve({ open: () => Promise.reject(new Error("broken")) }) };
  const trial = { type: "try", exercise: "test/double", source: "x", seed: 1, inputs: [[1]] };
  expect(await ask(trial, failing)).toMatchObject({
    started: 1,
    response: { type: "tried", results: [], failure: { kind: "internal-error", code: "grading-failed" } },
  });
});
