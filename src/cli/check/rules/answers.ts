import type { CallReport } from "../../../course/exercise/candidate.ts";
import { encodeValue } from "../../../course/exercise/value.ts";
import type { Engine } from "../../../course/grading/engine.ts";
import { openExercise } from "../../../course/grading/open-exercise.ts";
import { planCases, type PlannedCase } from "../../../course/grading/plan.ts";
import type { Folder } from "../folder.ts";
import { tightBudget } from "../parameters.ts";
import { refusalToOpen } from "./refusal-to-open.ts";

/** What a file answers, one text a case, to compare with others; or why it cannot be called. */
export type Answers =
  | { readonly kind: "answered"; readonly texts: readonly string[] }
  | { readonly kind: "unopened"; readonly why: string };

/** Calls a file on all these cases, in one sandbox. */
export async function answersOf(
  engine: Engine,
  exercise: Folder["exercise"],
  source: string,
  planned: readonly PlannedCase[],
): Promise<Answers> {
  const opened = await openExercise(engine, exercise, source, 1, tightBudget);
  if (opened.kind !== "opened") return { kind: "unopened", why: refusalToOpen(opened) };
  const texts = planned.map(({ args }) => JSON.stringify(encodeOutcome(opened.candidate.call(args))));
  opened.candidate.dispose();
  return { kind: "answered", texts };
}

type Mistake = Folder["mistakes"][number];
const known = new WeakMap<Mistake, Promise<Answers>>();

/** A mistake's answers to the named cases, in order and then backwards, in one sandbox. Several rules ask. */
export function namedAnswers(engine: Engine, { exercise }: Folder, mistake: Mistake): Promise<Answers> {
  const named = planCases(exercise, { seed: 1, runs: 0, extraCases: [] });
  const answers =
    known.get(mistake) ?? answersOf(engine, exercise, mistake.source, [...named, ...named.toReversed()]);
  known.set(mistake, answers);
  return answers;
}

function encodeOutcome({ outcome }: CallReport): unknown {
  switch (outcome.kind) {
    case "returned":
      return [encodeValue(outcome.value), encodeValue(outcome.changedArguments)];
    case "threw":
      return [outcome.code, outcome.name];
    case "out-of-budget":
    case "out-of-memory":
      return outcome.kind;
  }
}
