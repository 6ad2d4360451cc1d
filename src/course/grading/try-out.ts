import type { CallReport } from "../exercise/candidate.ts";
import { defaultBudget, type LoadedExercise } from "../exercise/exercise.ts";
import { decodeValue, encodeValue, type EncodedValue } from "../exercise/value.ts";
import type { EncodedCalls, Failure } from "../exercise/verdict.ts";
import { encodeCalls } from "./counterexample.ts";
import type { Engine } from "./engine.ts";
import { notOpened } from "./failures.ts";
import { openExercise } from "./open-exercise.ts";

/** What the learner's function does with one input, without judgement. */
export type Trial = {
  readonly input: readonly EncodedValue[];
  /** The answer, `$thrown`, or null when a limit stopped the call. */
  readonly actual: EncodedValue;
  readonly stopped: "out-of-budget" | "out-of-memory" | "not-accepted" | null;
  readonly printed: string;
  readonly printedCut: number;
  readonly calls?: EncodedCalls;
};

export type TrialReport = { readonly results: readonly Trial[]; readonly failure: Failure | null };

/** Runs the function on inputs of the learner's choice; an input that the statement does not allow is not run. */
export async function tryOut(
  engine: Engine,
  exercise: LoadedExercise,
  source: string,
  inputs: readonly (readonly EncodedValue[])[],
  seed: number,
): Promise<TrialReport> {
  const opened = await openExercise(engine, exercise, source, seed, { ...defaultBudget, ...exercise.budget });
  if (opened.kind !== "opened") return { results: [], failure: notOpened(seed, inputs.length, opened) };
  const { candidate } = opened;
  const results = inputs.map((input): Trial => {
    const args = input.map(decodeValue);
    return exercise.accepts(args)
      ? trialOf(input, candidate.call(args))
      : { input, actual: null, stopped: "not-accepted", printed: "", printedCut: 0 };
  });
  candidate.dispose();
  return { results, failure: null };
}

function trialOf(input: readonly EncodedValue[], report: CallReport): Trial {
  const { outcome, printed, printedCut } = report;
  const calls = report.calls === undefined ? {} : { calls: encodeCalls(report.calls) };
  const base = { input, printed, printedCut, ...calls };
  switch (outcome.kind) {
    case "returned":
      return { ...base, actual: encodeValue(outcome.value), stopped: null };
    case "threw":
      return { ...base, actual: { $thrown: outcome.name, message: outcome.message }, stopped: null };
    case "out-of-budget":
    case "out-of-memory":
      return { ...base, actual: null, stopped: outcome.kind };
  }
}
