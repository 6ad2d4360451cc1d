import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defineExercise, type LoadedExercise } from "#course/exercise/exercise.ts";
import { verdictSchema, type Verdict } from "#course/exercise/verdict.ts";
import { grade } from "#course/grading/grade.ts";
import { endless, fakeEngine, loaded, type FakeSource } from "./fake-engine.ts";

/** Doubles a byte; asks for a RangeError above 200. */
const double = defineExercise<[number], number>({
  number: "99.1",
  entry: "double",
  level: 1,
  points: 1,
  prerequisites: [],
  parameters: [{ name: "byte", shape: { kind: "uint", bits: 8, base: 10 } }],
  result: { kind: "uint", bits: 16, base: 16, field: "Double" },
  golden: [{ name: "one", args: [1], expected: 2, source: "arithmetic" }],
  edges: [{ name: "zero", args: [0] }],
  generators: { any: fc.tuple(fc.nat({ max: 255 })) },
  reference(byte) {
    if (byte > 200) throw new RangeError("too large");
    return 2 * byte;
  },
  accepts: ([byte]) => typeof byte === "number" && byte >= 0 && byte <= 255,
});

const right = (byte: number): number => {
  if (byte > 200) throw new RangeError("ah");
  return 2 * byte;
};

const sources: Record<string, FakeSource> = {
  right: () => right,
  "off-by-one-from-100": () => (byte: number) => (byte >= 100 && byte <= 200 ? 2 * byte + 1 : right(byte)),
  "off-by-one-from-50": () => (byte: number) => (byte >= 50 && byte <= 200 ? 2 * byte + 1 : right(byte)),
  "same, in other words": () => (byte: number) => (byte >= 100 && byte <= 200 ? 2 * byte + 1 : right(byte)),
  "never-throws": () => (byte: number) => 2 * byte,
  "throws-everywhere": () => () => {
    throw new TypeError("x is undefined");
  },
  "right once": () => {
    let calls = 0;
    return (byte: number) => (calls++ === 0 ? right(byte) : -1);
  },
  nothing: () => () => undefined,
  text: () => (byte: number) => String(right(byte)),
  endless: () => (byte: number) => (byte > 50 ? endless : right(byte)),
};

const run = (
  source: string,
  exercise: LoadedExercise = loaded(double),
  extraCases: number[][] = [],
): Promise<Verdict> => grade(fakeEngine(sources), exercise, source, { seed: 7, runs: 200, extraCases });

describe("grade", () => {
  it("passes a right answer, and counts golden, edge and generated cases", async () => {
    expect(await run("right")).toEqual({
      kind: "passed",
      seed: 7,
      cases: { run: 202, passed: 202, total: 202 },
    });
  });

  it("shrinks the first failing case to the smallest that still fails", async () => {
    const verdict = await run("off-by-one-from-100");
    expect(verdict).toMatchObject({
      kind: "failed",
      mistake: null,
      counterexample: {
        input: [100],
        expected: 200,
        actual: 201,
        origin: "generated",
        difference: { path: "", expected: 200, actual: 201, bits: { from: 15, to: 15 }, field: "Double" },
        needsHistory: false,
      },
    });
    expect(verdictSchema.parse(JSON.parse(JSON.stringify(verdict)))).toEqual(verdict);
  });

  it("names the mistake that explains every failing case, and no other", async () => {
    const exercise = loaded(double, "never-throws", "off-by-one-from-100");
    expect(await run("same, in other words", exercise)).toMatchObject({ mistake: "off-by-one-from-100" });
    expect(await run("never-throws", exercise)).toMatchObject({
      mistake: "never-throws",
      counterexample: { input: [201], expected: { $thrown: "RangeError" }, actual: 402 },
    });
  });

  it("prefers the mistake that goes wrong nowhere else", async () => {
    const exercise = loaded(double, "off-by-one-from-50", "off-by-one-from-100");
    expect(await run("same, in other words", exercise)).toMatchObject({ mistake: "off-by-one-from-100" });
    expect(await run("off-by-one-from-50", exercise)).toMatchObject({ mistake: "off-by-one-from-50" });
  });

  it("says where the function threw", async () => {
    expect(await run("throws-everywhere")).toMatchObject({
      kind: "threw",
      during: "call",
      error: { code: "error", name: "TypeError", message: "x is undefined" },
      at: { line: 3, column: 5 },
      counterexample: { input: [0] },
    });
  });

  it("notices an answer that depends on earlier calls", async () => {
    expect(await run("right once")).toMatchObject({
      kind: "failed",
      mistake: "keeps-state",
      counterexample: { needsHistory: true },
    });
  });

  it("falls back to the general mistakes", async () => {
    expect(await run("nothing")).toMatchObject({ mistake: "returns-nothing" });
    expect(await run("text")).toMatchObject({ mistake: "number-as-text" });
  });

  it("stops at a spent budget and shrinks that case too", async () => {
    const verdict = await run("endless");
    expect(verdict).toMatchObject({
      kind: "out-of-budget",
      limit: "case",
      counterexample: { input: [51] },
    });
    expect(verdict.cases.run).toBeLessThan(verdict.cases.total);
  });

  it("runs extra cases first", async () => {
    const verdict = await run("off-by-one-from-100", loaded(double), [[150]]);
    expect(verdict).toMatchObject({
      counterexample: { origin: "extra", index: 0, input: [100] },
      cases: { total: 203 },
    });
  });

  it("answers a case outside the domain with its own fault, not the learner's", async () => {
    expect(await run("right", loaded(double), [[-4]])).toMatchObject({
      kind: "internal-error",
      code: "RangeError",
    });
  });

  it("gives the same bytes for the same seed and other cases for another", async () => {
    const [first, second] = [await run("off-by-one-from-100"), await run("off-by-one-from-100")];
    expect(JSON.stringify(second)).toBe(JSON.stringify(first));
    const other = await grade(fakeEngine(sources), loaded(double), "off-by-one-from-100", {
      seed: 8,
      runs: 200,
    });
    expect(other).not.toEqual(first);
  });

  it("passes on why a file did not open", async () => {
    const at = { line: 2, column: 4 };
    const engine = fakeEngine({
      broken: { kind: "did-not-compile", reason: "syntax", at, detail: "expected )" },
    });
    expect(await grade(engine, loaded(double), "broken", { seed: 7, runs: 5 })).toMatchObject({
      kind: "did-not-compile",
      reason: "syntax",
      at,
      cases: { run: 0, total: 7 },
    });
  });

  it("leaves the failing case as it is when nobody wants it smaller; the mistake is the same", async () => {
    const engine = fakeEngine(sources);
    const exercise = loaded(double, "off-by-one-from-100");
    const options = { seed: 7, runs: 200 };
    const small = await grade(engine, exercise, "same, in other words", options);
    const large = await grade(engine, exercise, "same, in other words", { ...options, shrink: false });
    expect(small).toMatchObject({ mistake: "off-by-one-from-100", counterexample: { input: [100] } });
    expect(large).toMatchObject({ mistake: "off-by-one-from-100", counterexample: { shrinks: 0 } });
    expect(large).not.toMatchObject({ counterexample: { input: [100] } });
  });
});
