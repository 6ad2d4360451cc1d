import type { CallReport } from "../../../course/exercise/candidate.ts";
import { defaultBudget } from "../../../course/exercise/exercise.ts";
import { encodeValue } from "../../../course/exercise/value.ts";
import type { Engine } from "../../../course/grading/engine.ts";
import { galleryOf } from "../../../course/grading/gallery.ts";
import { openExercise } from "../../../course/grading/open-exercise.ts";
import { planCases, type PlannedCase } from "../../../course/grading/plan.ts";
import { hitLimit } from "../../../course/grading/run-cases.ts";
import type { Folder } from "../folder.ts";
import { seeds } from "../parameters.ts";
import { refusalToOpen } from "./refusal-to-open.ts";

/** Golden and edge cases: the same under every seed. */
export const namedCases = ({ exercise }: Folder): readonly PlannedCase[] =>
  planCases(exercise, { seed: seeds[0], runs: 0, extraCases: [] });

type OwnAnswers = readonly CallReport[] | { readonly refusal: string };
type Mistake = Folder["mistakes"][number];

const known = new WeakMap<Folder["exercise"], Map<Mistake, Promise<OwnAnswers>>>();

/**
 * What a mistake's file says when it is called on the named cases, in order and alone in its sandbox, up to the first
 * that hits a limit: as a learner's file is judged. Or why it cannot be called. Several rules ask.
 */
export function ownAnswers(engine: Engine, folder: Folder, mistake: Mistake): Promise<OwnAnswers> {
  const ofExercise = known.get(folder.exercise) ?? new Map<Mistake, Promise<OwnAnswers>>();
  known.set(folder.exercise, ofExercise);
  const answers = ofExercise.get(mistake) ?? callAlone(engine, folder, mistake);
  ofExercise.set(mistake, answers);
  return answers;
}

async function callAlone(engine: Engine, folder: Folder, { source }: Mistake): Promise<OwnAnswers> {
  const { exercise } = folder;
  const budget = { ...defaultBudget, ...exercise.budget };
  const opened = await openExercise(engine, exercise, source, seeds[0], budget);
  if (opened.kind !== "opened") return { refusal: refusalToOpen(opened) };
  const reports: CallReport[] = [];
  for (const { args } of namedCases(folder)) {
    const report = opened.candidate.call(args);
    reports.push(report);
    if (hitLimit(report)) break;
  }
  opened.candidate.dispose();
  return reports;
}

/** What a mistake answers to these cases among all mistakes, as learners' answers are compared with it; last case first. */
export async function galleryAnswers(
  engine: Engine,
  { exercise }: Folder,
  place: number,
  planned: readonly PlannedCase[],
): Promise<readonly CallReport[]> {
  const reports: CallReport[] = [];
  for (const { args } of planned.toReversed()) {
    reports.push(await galleryOf(engine, exercise).call(place, args));
  }
  return reports.reverse();
}

/** An answer as a text, to compare it with others. */
export function textOf({ outcome }: CallReport): string {
  switch (outcome.kind) {
    case "returned":
      return JSON.stringify([encodeValue(outcome.value), encodeValue(outcome.changedArguments)]);
    case "threw":
      return `${outcome.code} ${outcome.name}`;
    case "out-of-budget":
    case "out-of-memory":
      return outcome.kind;
  }
}
