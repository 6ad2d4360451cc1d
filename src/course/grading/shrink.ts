import type { CallReport, Candidate } from "../exercise/candidate.ts";
import type { Exercise } from "../exercise/exercise.ts";
import { answerOf, faultOf, type Answer, type FaultKind } from "./answer.ts";

export type Shrunk = {
  readonly args: readonly unknown[];
  readonly expected: Answer;
  readonly report: CallReport;
  /** How many steps led here. */
  readonly shrinks: number;
};

/** Bounds the search by a count, never by time: the same input shrinks to the same case everywhere. */
const maxTries = 600;
/** Each of these costs a whole budget. */
const maxEndlessTries = 12;

/**
 * Makes a failing case smaller, as long as it fails in the same way: the first smaller input that does becomes the
 * new case, until none does or the tries are spent. `alsoFailsAlike` can refuse what fails for another reason.
 */
export function shrink(
  exercise: Exercise,
  candidate: Candidate,
  start: Shrunk,
  fault: FaultKind,
  alsoFailsAlike: (args: readonly unknown[], report: CallReport) => boolean,
): Shrunk {
  let best = start;
  let tries = fault === "out-of-budget" || fault === "out-of-memory" ? maxEndlessTries : maxTries;
  for (;;) {
    const smaller = nextSmaller();
    if (smaller === null) return best;
    best = smaller;
  }

  function nextSmaller(): Shrunk | null {
    for (const args of smallerInputs(exercise, best.args)) {
      if (tries === 0) return null;
      tries -= 1;
      const expected = answerOf(exercise, args);
      const report = candidate.call(args);
      if (
        faultOf(exercise, args, expected, report) === fault &&
        sameError(best.report, report) &&
        alsoFailsAlike(args, report)
      ) {
        return { args, expected, report, shrinks: best.shrinks + 1 };
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

/** A TypeError must not shrink into a RangeError, nor recursion into a plain error. */
const sameError = (a: CallReport, b: CallReport): boolean =>
  a.outcome.kind !== "threw" ||
  (b.outcome.kind === "threw" && a.outcome.name === b.outcome.name && a.outcome.code === b.outcome.code);
