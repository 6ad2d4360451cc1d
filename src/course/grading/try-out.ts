import type { CallReport } from "../exercise/candidate.ts";
import { defaultBudget, type LoadedExercise } from "../exercise/exercise.ts";
import { decodeValue, encodeValue, type EncodedValue } from "../exercise/value.ts";
import type { Failure } from "../exercise/verdict.ts";
import type { Engine } from "./engine.ts";
import { notOpened } from "./failures.ts";

/** What the learner's function does with one input, without judgement. */
export type Trial = {
  readonly input: readonly EncodedValue[];
  /** The answer, `$thrown`, or null when a limit stopped the call. */
  readonly actual: EncodedValue;
  readonly stopped: "out-of-budget" | "out-of-memory" | "not-accepted" | null;
  readonly printed: string;
  readonly printedCut: number;
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
  const opened = await engine.open(source, exercise.entry, seed, { ...defaultBudget, ...exercise.budget });
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

function trialOf(input: readonly EncodedValue[], { outcome, printed, printedCut }: CallReport): Trial {
  const base = { input, printed, printedCut };
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
