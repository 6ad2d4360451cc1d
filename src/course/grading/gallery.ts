import type { CallReport, Candidate } from "../exercise/candidate.ts";
import { defaultBudget, type LoadedExercise } from "../exercise/exercise.ts";
import type { Engine } from "./engine.ts";

/** All mistakes of an exercise, callable by their place in `exercise.mistakes`. */
export type Gallery = { call(index: number, args: readonly unknown[]): CallReport };

/**
 * The exercise's mistakes in one sandbox, kept for the next submission: they are ours, keep no state (`npm run
 * check` sees to it) and are asked about every failure, so fifty sandboxes a failure would be waste. They run in a
 * sandbox at all because some of them never end.
 */
export function galleryOf(engine: Engine, exercise: LoadedExercise): Promise<Gallery> {
  const ofEngine = galleries.get(engine) ?? new WeakMap<LoadedExercise, Promise<Gallery>>();
  galleries.set(engine, ofEngine);
  const known = ofEngine.get(exercise);
  if (known !== undefined) return known;
  const opened = openGallery(engine, exercise);
  ofEngine.set(exercise, opened);
  return opened;
}

const galleries = new WeakMap<Engine, WeakMap<LoadedExercise, Promise<Gallery>>>();

/** What the gallery's one module exports. */
export const galleryEntry = "callMistake";

async function openGallery(engine: Engine, exercise: LoadedExercise): Promise<Gallery> {
  const candidate = await openCandidate(engine, exercise);
  return {
    call(index, args) {
      const report = candidate.call([index, ...args]);
      return { ...report, outcome: withoutIndex(report.outcome) };
    },
  };
}

async function openCandidate(engine: Engine, exercise: LoadedExercise): Promise<Candidate> {
  // A mistake that ends needs no more steps than a right answer, which has ten times headroom.
  const stepsPerCase = (exercise.budget?.stepsPerCase ?? defaultBudget.stepsPerCase) / 10;
  const budget = { stepsPerCase, stepsInAll: Number.MAX_SAFE_INTEGER };
  const opened = await engine.open(gallerySource(exercise), galleryEntry, 0, budget);
  if (opened.kind !== "opened") throw new Error(`the mistakes of ${exercise.id} do not open: ${opened.kind}`);
  return opened.candidate;
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
