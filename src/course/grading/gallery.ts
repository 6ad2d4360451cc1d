import type { CallReport } from "../exercise/candidate.ts";
import { defaultBudget, type LoadedExercise, type Parameter } from "../exercise/exercise.ts";
import type { Engine } from "./engine.ts";
import { openExercise } from "./open-exercise.ts";
import { createProbe } from "./probe.ts";
import { sharedEntry, sharedModule } from "./shared-module.ts";

/** All mistakes of an exercise, callable by their place in `exercise.mistakes`. */
export type Gallery = { call(index: number, args: readonly unknown[]): Promise<CallReport> };

/**
 * The exercise's mistakes in one sandbox, kept for the next submission: they are ours, keep no state (`npm run
 * check` sees to it) and are asked about every failure, so fifty sandboxes a failure would be waste. They run in a
 * sandbox at all because some of them never end.
 */
export function galleryOf(engine: Engine, exercise: LoadedExercise): Gallery {
  const ofEngine = galleries.get(engine) ?? new WeakMap<LoadedExercise, Gallery>();
  galleries.set(engine, ofEngine);
  const gallery = ofEngine.get(exercise) ?? createGallery(engine, exercise);
  ofEngine.set(exercise, gallery);
  return gallery;
}

const galleries = new WeakMap<Engine, WeakMap<LoadedExercise, Gallery>>();

function createGallery(engine: Engine, exercise: LoadedExercise): Gallery {
  // A mistake that ends needs no more steps than a right answer, which has ten times headroom.
  const stepsPerCase = (exercise.budget?.stepsPerCase ?? defaultBudget.stepsPerCase) / 10;
  const budget = { stepsPerCase, stepsInAll: Number.MAX_SAFE_INTEGER };
  const shared = { entry: sharedEntry, parameters: [index, ...exercise.parameters] };
  const source = sharedModule(
    exercise.mistakes.map((mistake) => mistake.source),
    exercise.entry,
  );
  const probe = createProbe(() => openExercise(engine, shared, source, 0, budget));
  // Without state the same question has the same answer. An input that nobody holds any more is forgotten.
  const known = new WeakMap<readonly unknown[], Map<number, CallReport>>();
  return {
    async call(place, args) {
      const answers = known.get(args) ?? new Map<number, CallReport>();
      known.set(args, answers);
      const before = answers.get(place);
      if (before !== undefined) return before;
      const report = await probe.call([place, ...args]);
      const answer = { ...report, outcome: withoutIndex(report.outcome) };
      answers.set(place, answer);
      return answer;
    },
  };
}

/** The first parameter of a shared module's function. */
export const index: Parameter = { name: "index", shape: { kind: "value" } };

function withoutIndex(outcome: CallReport["outcome"]): CallReport["outcome"] {
  if (outcome.kind !== "returned" || outcome.changedArguments === undefined) return outcome;
  return { ...outcome, changedArguments: outcome.changedArguments.slice(1) };
}
