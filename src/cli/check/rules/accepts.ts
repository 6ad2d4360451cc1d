import type { LoadedExercise } from "../../../course/exercise/exercise.ts";
import { planCases, type PlannedCase } from "../../../course/grading/plan.ts";
import { runs, seeds } from "../parameters.ts";
import type { Problem } from "../problem.ts";
import type { Rule } from "../rule.ts";
import { show } from "../show.ts";

/** `accepts` allows every case of the exercise, and answers (with no) to anything that a link may bring. */
export const accepts: Rule = {
  name: "accepts",
  examine({ exercise }) {
    const planned = seeds.flatMap((seed) => planCases(exercise, { seed, runs, extraCases: [] }));
    const refused = new Map<string, PlannedCase>();
    for (const one of planned)
      if (ask(exercise, one.args) !== true && !refused.has(one.name)) refused.set(one.name, one);
    return {
      problems: [
        ...[...refused.values()].map(({ name, args }): Problem => ({
          code: "case-not-accepted",
          name,
          input: show(args),
        })),
        ...junk(exercise.parameters.length).flatMap((args) => junkProblem(exercise, args)),
      ],
      figures: { cases: planned.length / seeds.length },
    };
  },
};

/** What can stand in a hand-made link: no arguments, too many, and values of every other kind. */
function junk(arity: number): unknown[][] {
  const filled = (value: unknown, count: number): unknown[] => Array.from({ length: count }, () => value);
  const values = [undefined, null, NaN, -1, 0.5, 1e21, "", "x", {}, [], new Uint8Array(), new Map(), 1n];
  return [
    [],
    ...values.map((value) => filled(value, arity)),
    ...values.map((value) => filled(value, arity + 1)),
  ];
}

function junkProblem(exercise: LoadedExercise, args: readonly unknown[]): Problem[] {
  const answer = ask(exercise, args);
  if (answer === "threw") return [{ code: "accepts-threw", input: show(args) }];
  // Of the right length, some of these values may well be allowed: an empty text, an empty list.
  return answer && args.length !== exercise.parameters.length
    ? [{ code: "accepts-anything", input: show(args) }]
    : [];
}

function ask(exercise: LoadedExercise, args: readonly unknown[]): boolean | "threw" {
  try {
    return exercise.accepts(args);
  } catch {
    return "threw";
  }
}
