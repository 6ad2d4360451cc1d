import type { CallReport, Outcome } from "../exercise/candidate.ts";
import type { LoadedExercise } from "../exercise/exercise.ts";
import { faultOf } from "./answer.ts";
import type { Engine } from "./engine.ts";
import { equalValues } from "./equal.ts";
import { galleryOf, type Gallery } from "./gallery.ts";
import type { PlannedCase } from "./plan.ts";
import type { CaseFailure, Run } from "./run-cases.ts";

/** A mistake of the exercise that gives the learner's answer on every failing case. */
export type Explanation = {
  readonly name: string;
  /** Whether it also does on these arguments what the learner's function did. */
  explains(args: readonly unknown[], learner: CallReport): Promise<boolean>;
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
  const gallery = galleryOf(engine, exercise);
  const explains = async (index: number, args: readonly unknown[], learner: CallReport) =>
    sameOutcome((await gallery.call(index, args)).outcome, learner.outcome);
  const fitting: number[] = [];
  for (const index of exercise.mistakes.keys()) {
    const fits = ({ planned, report }: CaseFailure) => explains(index, planned.args, report);
    if (await every(run.failures, fits)) fitting.push(index);
  }
  const index = fitting.length > 1 ? await narrowest(gallery, exercise, cases, run, fitting) : fitting[0];
  const name = index === undefined ? undefined : exercise.mistakes[index]?.name;
  if (index === undefined || name === undefined) return null;
  return { name, explains: (args, learner) => explains(index, args, learner) };
}

/** The mistake that is wrong on the fewest of the cases that the learner answered rightly. */
async function narrowest(
  gallery: Gallery,
  exercise: LoadedExercise,
  cases: readonly PlannedCase[],
  run: Run,
  indices: readonly number[],
): Promise<number | undefined> {
  const failing = new Set(run.failures.map(({ index }) => index));
  const others = cases.slice(0, run.run).filter((_, index) => !failing.has(index));
  let best: { index: number; wrong: number } | undefined;
  for (const index of indices) {
    let wrong = 0;
    for (const planned of others) {
      if (faultOf(exercise, planned, await gallery.call(index, planned.args)) !== null) wrong += 1;
    }
    if (best === undefined || wrong < best.wrong) best = { index, wrong };
  }
  return best?.index;
}

async function every<T>(items: readonly T[], holds: (item: T) => Promise<boolean>): Promise<boolean> {
  for (const item of items) if (!(await holds(item))) return false;
  return true;
}

/** Equal answers and equal traces in the arguments; errors of one class; limits of one kind. */
function sameOutcome(a: Outcome, b: Outcome): boolean {
  if (a.kind === "returned" && b.kind === "returned") {
    return equalValues(a.value, b.value) && equalValues(a.changedArguments, b.changedArguments);
  }
  if (a.kind === "threw" && b.kind === "threw") return a.name === b.name && a.code === b.code;
  return a.kind === b.kind;
}
