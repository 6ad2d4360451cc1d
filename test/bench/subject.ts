import { readFileSync } from "node:fs";
import type { LoadedExercise } from "#course/exercise/exercise.ts";
import { planCases, type PlannedCase } from "#course/grading/plan.ts";
import { loadExercise } from "#worker/load-node.ts";

/** What is graded in all figures: the checksum of chapter 3, with the model solution, 200 cases in all. */
export type Subject = {
  readonly exercise: LoadedExercise;
  readonly solution: string;
  readonly solutionPath: string;
  /** A wrong solution that is recognised. */
  readonly mistake: string;
  readonly seed: number;
  /** Generated cases: 200 with the named ones. */
  readonly runs: number;
  readonly cases: readonly PlannedCase[];
};

const id = "ipv4/checksum";
const caseCount = 200;

export async function loadSubject(): Promise<Subject> {
  const exercise = await loadExercise(id);
  const [mistake] = exercise?.mistakes ?? [];
  if (exercise === null || mistake === undefined) throw new Error(`${id} is not there`);
  const solutionPath = new URL(`../../graders/${id}/solution.ts`, import.meta.url).pathname;
  const seed = 0x7f3a;
  const runs = caseCount - exercise.golden.length - exercise.edges.length;
  return {
    exercise,
    solution: readFileSync(solutionPath, "utf8"),
    solutionPath,
    mistake: mistake.source,
    seed,
    runs,
    cases: planCases(exercise, { seed, runs, extraCases: [] }),
  };
}
