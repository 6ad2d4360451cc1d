import type { CallReport, Opened } from "../../../course/exercise/candidate.ts";
import type { LoadedExercise } from "../../../course/exercise/exercise.ts";
import type { Engine } from "../../../course/grading/engine.ts";
import { index } from "../../../course/grading/gallery.ts";
import { openExercise } from "../../../course/grading/open-exercise.ts";
import { createProbe } from "../../../course/grading/probe.ts";
import { sharedEntry, sharedModule } from "../../../course/grading/shared-module.ts";
import { mutantSeed, tightBudget } from "../parameters.ts";
import type { Mutant } from "./mutants.ts";

/** A mutant that can be called; or why its file gives no function. */
export type Running =
  | { readonly kind: "running"; call(args: readonly unknown[]): Promise<CallReport> }
  | { readonly kind: "unopened"; readonly why: string };

export type MutantRun = { readonly mutant: Mutant; readonly running: Running };

/** A sandbox costs more than the few calls that most mutants get; what one of them spoils is opened anew. */
const together = 64;

/** Opens mutants, many in one sandbox, in their order: each is to be called before the next is taken. */
export async function* runMutants(
  engine: Engine,
  exercise: LoadedExercise,
  mutants: readonly Mutant[],
): AsyncGenerator<MutantRun> {
  for (let from = 0; from < mutants.length; from += together) {
    yield* runGroup(engine, exercise, mutants.slice(from, from + together));
  }
}

/** Some changes break the language: then the common file does not load, and its halves are tried. */
async function* runGroup(
  engine: Engine,
  exercise: LoadedExercise,
  group: readonly Mutant[],
): AsyncGenerator<MutantRun> {
  const [first, second] = group;
  if (first !== undefined && second === undefined) {
    yield { mutant: first, running: await openAlone(engine, exercise, first) };
    return;
  }
  const call = await openTogether(engine, exercise, group);
  if (call !== null) {
    for (const [place, mutant] of group.entries()) {
      yield { mutant, running: { kind: "running", call: (args) => call(place, args) } };
    }
    return;
  }
  const half = group.length >>> 1;
  yield* runGroup(engine, exercise, group.slice(0, half));
  yield* runGroup(engine, exercise, group.slice(half));
}

async function openTogether(engine: Engine, exercise: LoadedExercise, group: readonly Mutant[]) {
  const shared = { entry: sharedEntry, parameters: [index, ...exercise.parameters] };
  const source = sharedModule(
    group.map((mutant) => mutant.source),
    exercise.entry,
  );
  // Each mutant has a budget of its own, which the caller counts.
  const budget = { ...tightBudget, stepsInAll: Number.MAX_SAFE_INTEGER };
  const open = (): Promise<Opened> => openExercise(engine, shared, source, mutantSeed, budget);
  let fresh: Opened | null = await open();
  if (fresh.kind !== "opened") return null;
  const probe = createProbe(() => {
    const opened = fresh;
    fresh = null;
    return opened === null ? open() : Promise.resolve(opened);
  });
  return (place: number, args: readonly unknown[]): Promise<CallReport> => probe.call([place, ...args]);
}

async function openAlone(engine: Engine, exercise: LoadedExercise, { source }: Mutant): Promise<Running> {
  const opened = await openExercise(engine, exercise, source, mutantSeed, tightBudget);
  if (opened.kind !== "opened") return { kind: "unopened", why: opened.kind };
  return { kind: "running", call: (args) => Promise.resolve(opened.candidate.call(args)) };
}
