import type { CallReport, Candidate, Outcome } from "../exercise/candidate.ts";
import { defaultBudget, type LoadedExercise } from "../exercise/exercise.ts";
import type { Engine } from "./engine.ts";
import { equalValues } from "./equal.ts";
import type { CaseFailure } from "./run-cases.ts";

/** A mistake of the exercise that gives the learner's answer on every failing case, still open to be asked. */
export type Explanation = { readonly name: string; readonly candidate: Candidate };

/**
 * The first mistake of the folder, in file order, whose outcomes equal the learner's on every failing case.
 * Mistakes run in sandboxes of their own: some of them never end. The caller disposes of the candidate.
 */
export async function recognise(
  engine: Engine,
  exercise: LoadedExercise,
  failures: readonly CaseFailure[],
  seed: number,
): Promise<Explanation | null> {
  const budget = { ...defaultBudget, ...exercise.budget };
  for (const { name, source } of exercise.mistakes) {
    const opened = await engine.open(source, exercise.entry, seed, budget);
    if (opened.kind !== "opened") throw new Error(`mistake ${name} does not open: ${opened.kind}`);
    if (failures.every(({ planned, report }) => answersAlike(opened.candidate, planned.args, report))) {
      return { name, candidate: opened.candidate };
    }
    opened.candidate.dispose();
  }
  return null;
}

/** Whether the mistake does on these arguments what the learner's function did. */
export const answersAlike = (mistake: Candidate, args: readonly unknown[], learner: CallReport): boolean =>
  sameOutcome(mistake.call(args).outcome, learner.outcome);

function sameOutcome(a: Outcome, b: Outcome): boolean {
  if (a.kind === "returned" && b.kind === "returned") {
    return equalValues(a.value, b.value) && equalValues(a.changedArguments, b.changedArguments);
  }
  if (a.kind === "threw" && b.kind === "threw") return a.name === b.name && a.code === b.code;
  return a.kind === b.kind;
}
