import type { CallReport, Candidate } from "../exercise/candidate.ts";
import type { Exercise } from "../exercise/exercise.ts";
import { faultOf, type FaultKind } from "./answer.ts";
import type { PlannedCase } from "./plan.ts";

export type CaseFailure = {
  readonly index: number;
  readonly planned: PlannedCase;
  readonly fault: FaultKind;
  readonly report: CallReport;
};

export type Run = {
  readonly run: number;
  readonly passed: number;
  readonly failures: readonly CaseFailure[];
};

/**
 * Calls the candidate on every case. Goes on after a wrong answer, so that a mistake is recognised by all that it
 * gets wrong; stops when a limit was hit, since every further case would only hit it again.
 */
export function runCases(exercise: Exercise, candidate: Candidate, cases: readonly PlannedCase[]): Run {
  const failures: CaseFailure[] = [];
  let run = 0;
  for (const [index, planned] of cases.entries()) {
    const report = candidate.call(planned.args);
    run += 1;
    const fault = faultOf(exercise, planned, report);
    if (fault === null) continue;
    failures.push({ index, planned, fault, report });
    if (hitLimit(report)) break;
  }
  return { run, passed: run - failures.length, failures };
}

/** Whether a budget, the memory or the stack ended the call. */
export const hitLimit = ({ outcome }: CallReport): boolean =>
  outcome.kind === "out-of-budget" ||
  outcome.kind === "out-of-memory" ||
  (outcome.kind === "threw" && outcome.code !== "error");
