import type { CallReport, Outcome } from "../exercise/candidate.ts";
import type { LoadedExercise } from "../exercise/exercise.ts";
import type { Engine } from "./engine.ts";
import { equalValues } from "./equal.ts";
import { galleryOf } from "./gallery.ts";
import type { CaseFailure } from "./run-cases.ts";

/** A mistake of the exercise that gives the learner's answer on every failing case. */
export type Explanation = {
  readonly name: string;
  /** Whether it also does on these arguments what the learner's function did. */
  explains(args: readonly unknown[], learner: CallReport): boolean;
};

/** The first mistake of the folder, in file order, whose outcomes equal the learner's on every failing case. */
export async function recognise(
  engine: Engine,
  exercise: LoadedExercise,
  failures: readonly CaseFailure[],
): Promise<Explanation | null> {
  if (exercise.mistakes.length === 0) return null;
  const gallery = await galleryOf(engine, exercise);
  const explains = (index: number) => (args: readonly unknown[], learner: CallReport) =>
    sameOutcome(gallery.call(index, args).outcome, learner.outcome);
  const index = exercise.mistakes.findIndex((_, i) =>
    failures.every(({ planned, report }) => explains(i)(planned.args, report)),
  );
  const name = exercise.mistakes[index]?.name;
  return name === undefined ? null : { name, explains: explains(index) };
}

/** Equal answers and equal traces in the arguments; errors of one class; limits of one kind. */
function sameOutcome(a: Outcome, b: Outcome): boolean {
  if (a.kind === "returned" && b.kind === "returned") {
    return equalValues(a.value, b.value) && equalValues(a.changedArguments, b.changedArguments);
  }
  if (a.kind === "threw" && b.kind === "threw") return a.name === b.name && a.code === b.code;
  return a.kind === b.kind;
}
