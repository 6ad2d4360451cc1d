import type { CallReport } from "../exercise/candidate.ts";
import type { Exercise } from "../exercise/exercise.ts";
import type { Probe } from "./probe.ts";
import { hitLimit } from "./run-cases.ts";
import { answerOf, faultOf, type FaultKind, type Posed } from "./answer.ts";

export type Shrunk = Posed & {
  readonly report: CallReport;
  /** How many steps led here. */
  readonly shrinks: number;
};

/** Bounds the search by a count, never by time: the same input shrinks to the same case everywhere. */
const maxTries = 600;
/** Tries that themselves hit a limit: each costs a whole budget. */
const maxSpentTries = 8;

/**
 * Makes a failing case smaller, as long as it fails in the same way: the first smaller input that does becomes the
 * new case, until none does or the tries are spent. `alsoFailsAlike` can refuse what fails for another reason.
 */
export async function shrink(
  exercise: Exercise,
  probe: Probe,
  start: Shrunk,
  fault: FaultKind,
  alsoFailsAlike: (args: readonly unknown[], report: CallReport) => Promise<boolean>,
): Promise<Shrunk> {
  let best = start;
  let tries = maxTries;
  let spentTries = maxSpentTries;
  for (;;) {
    const smaller = await nextSmaller();
    if (smaller === null) return best;
    best = smaller;
  }

  async function nextSmaller(): Promise<Shrunk | null> {
    for (const args of smallerInputs(exercise, best.args)) {
      if (tries === 0 || spentTries === 0) return null;
      tries -= 1;
      const posed = { args, expected: answerOf(exercise, args), stage: best.stage };
      const report = await probe.call(args);
      if (hitLimit(report)) spentTries -= 1;
      if (
        faultOf(exercise, posed, report) === fault &&
        sameStop(best.report, report) &&
        (await alsoFailsAlike(args, report))
      ) {
        return { ...posed, report, shrinks: best.shrinks + 1 };
      }
    }
    return null;
  }
}

/** Every generator that knows the input proposes smaller ones, boldest first. */
function* smallerInputs(exercise: Exercise, args: readonly unknown[]): Iterable<readonly unknown[]> {
  for (const arbitrary of Object.values(exercise.generators)) {
    if (!arbitrary.canShrinkWithoutContext(args)) continue;
    for (const { value } of arbitrary.shrink(args, undefined)) {
      if (exercise.accepts(value)) yield value;
    }
  }
}

/** A TypeError must not shrink into a RangeError, nor an endless call into a submission whose budget is spent. */
function sameStop({ outcome: a }: CallReport, { outcome: b }: CallReport): boolean {
  if (a.kind === "threw" && b.kind === "threw") return a.name === b.name && a.code === b.code;
  if (a.kind === "out-of-budget" && b.kind === "out-of-budget") return a.limit === b.limit;
  return a.kind === b.kind;
}
