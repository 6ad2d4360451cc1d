import type { CallReport } from "../exercise/candidate.ts";
import type { Exercise } from "../exercise/exercise.ts";
import { equalValues } from "./equal.ts";

/** What the reference says about a case: a value, or an error that the statement asks for. */
export type Answer =
  | { readonly kind: "returned"; readonly value: unknown }
  | { readonly kind: "threw"; readonly name: string; readonly message: string };

/** Runs the reference, natively. */
export function answerOf(exercise: Exercise, args: readonly unknown[]): Answer {
  try {
    return { kind: "returned", value: exercise.reference(...args) };
  } catch (error) {
    if (error instanceof RangeError) return { kind: "threw", name: error.name, message: error.message };
    throw error;
  }
}

/** A case as it is judged: the right answer, and the place of its stage, if it has one. */
export type Posed = {
  readonly args: readonly unknown[];
  readonly expected: Answer;
  readonly stage: number | null;
};

/** How a call fell short of the answer; null when it is right. Failures of one kind are « the same way to fail ». */
export type FaultKind = "value" | "argument" | "threw" | "out-of-budget" | "out-of-memory";

export function faultOf(
  exercise: Exercise,
  { args, expected, stage }: Posed,
  { outcome }: CallReport,
): FaultKind | null {
  if (outcome.kind === "out-of-budget" || outcome.kind === "out-of-memory") return outcome.kind;
  if (outcome.kind === "threw") {
    return expected.kind === "threw" && outcome.code === "error" && outcome.name === expected.name
      ? null
      : "threw";
  }
  if (expected.kind === "threw") return "value";
  const lenient = stage === null ? undefined : exercise.stages?.[stage];
  const same =
    lenient?.sameResult?.(expected.value, outcome.value, args) ??
    exercise.sameResult?.(expected.value, outcome.value, args) ??
    equalValues(expected.value, outcome.value);
  if (!same) return "value";
  return outcome.changedArguments === undefined ? null : "argument";
}
