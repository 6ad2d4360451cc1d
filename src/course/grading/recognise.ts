import type { CallReport, Outcome } from "../exercise/candidate.ts";
import type { LoadedExercise } from "../exercise/exercise.ts";
import { faultOf } from "./answer.ts";
import type { Engine } from "./engine.ts";
import { equalValues } from "./equal.ts";
import { galleryOf } from "./gallery.ts";
import type { PlannedCase } from "./plan.ts";
import type { Run } from "./run-cases.ts";

/** A mistake of the exercise that gives the learner's answer on every failing case. */
export type Explanation = {
  readonly name: string;
  /** Whether it also does on these arguments what the learner's function did. */
  explains(args: readonly unknown[], learner: CallReport): boolean;
};

/**
 * The mistake whose outcomes equal the learner's on every failing case; of several, the one that goes wrong on the
 * fewest other cases, since a narrow mistake explains a narrow failure better than a broad one. File order decides
 * the rest.
 */
export async function recognise(
  engine: Engine,
  exercise: LoadedExercise,
  cases: readonly PlannedCase[],
  run: Run,
): Promise<Explanation | null> {
  if (exercise.mistakes.length === 0) return null;
  const gallery = await galleryOf(engine, exercise);
  const explains = (index: number) => (args: readonly unknown[], learner: CallReport) =>
    sameOutcome(gallery.call(index, args).outcome, learner.outcome);
  const found = exercise.mistakes.flatMap(({ name }, index) =>
    run.failures.every(({ planned, report }) => explains(index)(planned.args, report))
      ? [{ name, index, explains: explains(index) }]
      : [],
  );
  if (found.length <= 1) return found[0] ?? null;
  const failing = new Set(run.failures.map(({ index }) => index));
  const others = cases.slice(0, run.run).filter((_, index) => !failing.has(index));
  const wrongElsewhere = (index: number) =>
    others.filter(
      ({ args, expected }) => faultOf(exercise, args, expected, gallery.call(index, args)) !== null,
    ).length;
  const ranked = found.map((mistake) => ({ mistake, wrong: wrongElsewhere(mistake.index) }));
  return ranked.reduce((best, next) => (next.wrong < best.wrong ? next : best)).mistake;
}

/** Equal answers and equal traces in the arguments; errors of one class; limits of one kind. */
function sameOutcome(a: Outcome, b: Outcome): boolean {
  if (a.kind === "returned" && b.kind === "returned") {
    return equalValues(a.value, b.value) && equalValues(a.changedArguments, b.changedArguments);
  }
  if (a.kind === "threw" && b.kind === "threw") return a.name === b.name && a.code === b.code;
  return a.kind === b.kind;
}
