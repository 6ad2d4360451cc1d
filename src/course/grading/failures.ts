import type { CallReport, Opened, Thrown } from "../exercise/candidate.ts";
import type { Failure } from "../exercise/verdict.ts";

/** The verdict on a call that fell short. */
export function failureOf(
  { outcome, printed, printedCut }: CallReport,
  found: Pick<Failure, "seed" | "cases" | "stages" | "counterexample" | "mistake">,
): Failure {
  const failure = { ...found, printed, printedCut, at: outcome.kind === "threw" ? outcome.at : null };
  switch (outcome.kind) {
    case "returned":
      return { kind: "failed", ...failure };
    case "threw":
      return { kind: "threw", ...failure, during: "call", error: errorOf(outcome) };
    case "out-of-budget":
      return {
        kind: "out-of-budget",
        ...failure,
        during: "call",
        limit: outcome.limit,
        steps: outcome.steps,
      };
    case "out-of-memory":
      return { kind: "out-of-memory", ...failure, during: "call" };
  }
}

const errorOf = ({ code, name, message }: Thrown) => ({ code, name, message });

const noCase = { counterexample: null, mistake: null, printed: "", printedCut: 0, at: null };

/** The verdict on a file that gave no function to call. */
export function notOpened(seed: number, total: number, opened: Exclude<Opened, { kind: "opened" }>): Failure {
  const failure = { ...noCase, seed, cases: { run: 0, passed: 0, total } };
  if (opened.kind === "did-not-compile") {
    const { reason, detail, at } = opened;
    return { kind: "did-not-compile", ...failure, at, reason, detail };
  }
  const printed = { printed: opened.printed, printedCut: opened.printedCut };
  switch (opened.kind) {
    case "threw":
      return { kind: "threw", ...failure, ...printed, at: opened.at, during: "load", error: errorOf(opened) };
    case "out-of-budget":
      return {
        kind: "out-of-budget",
        ...failure,
        ...printed,
        during: "load",
        limit: opened.limit,
        steps: opened.steps,
      };
    case "out-of-memory":
      return { kind: "out-of-memory", ...failure, ...printed, during: "load" };
  }
}

/** The watchdog's verdict: the same whatever had run, since nobody can say how far the engine got. */
export const timeoutVerdict = (seed: number): Failure => ({
  kind: "timeout",
  ...noCase,
  seed,
  cases: { run: 0, passed: 0, total: 0 },
});

/** The grader's own fault; the learner's file is not judged. */
export const internalError = (seed: number, error: unknown): Failure => ({
  kind: "internal-error",
  ...noCase,
  seed,
  cases: { run: 0, passed: 0, total: 0 },
  code: error instanceof Error ? error.name : "unknown",
  detail: error instanceof Error ? error.message : String(error),
});
