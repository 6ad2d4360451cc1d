import type { Exercise } from "../exercise/exercise.ts";
import type { StageResult } from "../exercise/verdict.ts";
import type { PlannedCase } from "./plan.ts";
import type { CaseFailure, Run } from "./run-cases.ts";

/**
 * What became of each stage. Every stage is run, whatever became of those before it, so that what works is seen;
 * one is not reached only where a limit ended the run first. Undefined for an exercise without stages.
 */
export function stageResults(
  { stages }: Pick<Exercise, "stages">,
  cases: readonly PlannedCase[],
  { run, failures }: Run,
): StageResult[] | undefined {
  return stages?.map(({ name, points }, place) => {
    const failed = failures.some(({ planned }) => planned.stage === place);
    const reached = cases.every(({ stage }, index) => stage !== place || index < run);
    return { name, points, outcome: failed ? "failed" : reached ? "passed" : "not-reached" };
  });
}

/** The failures that the verdict explains first: those of the first stage that has any. */
export function firstStage(failures: readonly CaseFailure[]): readonly CaseFailure[] {
  const places = failures.flatMap(({ planned }) => planned.stage ?? []);
  const first = Math.min(...places);
  return places.length === 0 ? failures : failures.filter(({ planned }) => planned.stage === first);
}
