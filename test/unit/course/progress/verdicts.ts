import type { Counterexample, Verdict } from "../../../../src/course/exercise/verdict.ts";

export const passed: Verdict = { kind: "passed", seed: 7, cases: { run: 214, passed: 214, total: 214 } };

export const failing = (value: number, from: Partial<Counterexample> = {}): Verdict => ({
  kind: "failed",
  seed: 7,
  cases: { run: 214, passed: 200, total: 214 },
  mistake: "carry-lost",
  printed: "",
  printedCut: 0,
  at: null,
  counterexample: {
    origin: "generated",
    name: "random-header",
    index: 30,
    shrinks: 2,
    input: [value],
    expected: 1,
    actual: 2,
    difference: null,
    needsHistory: false,
    ...from,
  },
});

export const notCompiled: Verdict = {
  kind: "did-not-compile",
  seed: 7,
  cases: { run: 0, passed: 0, total: 214 },
  counterexample: null,
  mistake: null,
  printed: "",
  printedCut: 0,
  at: { line: 3, column: 14 },
  reason: "syntax",
  detail: "Expected ')'",
};

export const graderFailed: Verdict = {
  kind: "internal-error",
  seed: 7,
  cases: { run: 0, passed: 0, total: 0 },
  counterexample: null,
  mistake: null,
  printed: "",
  printedCut: 0,
  at: null,
  code: "worker",
  detail: "",
};
