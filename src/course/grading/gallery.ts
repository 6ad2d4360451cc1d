import type { CallReport } from "../exercise/candidate.ts";
import { defaultBudget, type LoadedExercise, type Parameter } from "../exercise/exercise.ts";
import type { Engine } from "./engine.ts";
import { openExercise } from "./open-exercise.ts";
import { createProbe } from "./probe.ts";

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

/** What the gallery's one module exports. */
export const galleryEntry = "callMistake";

function createGallery(engine: Engine, exercise: LoadedExercise): Gallery {
  // A mistake that ends needs no more steps than a right answer, which has ten times headroom.
  const stepsPerCase = (exercise.budget?.stepsPerCase ?? defaultBudget.stepsPerCase) / 10;
  const budget = { stepsPerCase, stepsInAll: Number.MAX_SAFE_INTEGER };
  const index: Parameter = { name: "index", shape: { kind: "value" } };
  const shared = { entry: galleryEntry, parameters: [index, ...exercise.parameters] };
  const probe = createProbe(() => openExercise(engine, shared, gallerySource(exercise), 0, budget));
  return {
    async call(index, args) {
      const report = await probe.call([index, ...args]);
      return { ...report, outcome: withoutIndex(report.outcome) };
    },
  };
}

/** One module in which every mistake has a scope of its own. */
function gallerySource(exercise: LoadedExercise): string {
  const scopes = exercise.mistakes.map(
    ({ source }) =>
      `() => {\n${source.replace(/^export (?=(async )?function|const|let)/gm, "")}\nreturn ${exercise.entry};\n}`,
  );
  return `const mistakes = [${scopes.join(",\n")}].map((open) => open());
export function ${galleryEntry}(index, ...args) { return mistakes[index](...args); }`;
}

function withoutIndex(outcome: CallReport["outcome"]): CallReport["outcome"] {
  if (outcome.kind !== "returned" || outcome.changedArguments === undefined) return outcome;
  return { ...outcome, changedArguments: outcome.changedArguments.slice(1) };
}
