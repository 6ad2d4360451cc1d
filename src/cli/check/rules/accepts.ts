import type { LoadedExercise } from "../../../course/exercise/exercise.ts";
import { planCases } from "../../../course/grading/plan.ts";
import { runs, seeds } from "../parameters.ts";
import type { Problem } from "../problem.ts";
import type { Rule } from "../rule.ts";
import { show } from "../show.ts";

/** `accepts` allows every case of the exercise, and answers (with no) to anything that a link may bring. */
export const accepts: Rule = {
  name: "accepts",
  examine({ exercise }) {
    const planned = seeds.flatMap((seed) => planCases(exercise, { seed, runs, extraCases: [] }));
    const refused = planned.filter(({ args }) => ask(exercise, args) !== true);
    // One case of each name says it all.
    const shown = new Map(refused.toReversed().map(({ name, args }) => [name, show(args)]));
    return {
      problems: [
        ...[...shown].reverse().map(([name, input]): Problem => ({ code: "case-not-accepted", name, input })),
        ...junkProblems(exercise),
      ],
      figures: { cases: planned.length / seeds.length },
    };
  },
};

function junkProblems(exercise: LoadedExercise): Problem[] {
  const { threw = [], true: allowed = [] } = Object.groupBy(junk(exercise), (args) =>
    String(ask(exercise, args)),
  );
  // Of the right length, some of these values may well be allowed: an empty text, an empty list.
  const tooMany = allowed.filter(({ length }) => length === 0 || length > exercise.parameters.length);
  return [
    ...threw.slice(0, 1).map((args) => ({ code: "accepts-threw", input: show(args) }) as const),
    ...tooMany.slice(0, 1).map((args) => ({ code: "accepts-anything", input: show(args) }) as const),
  ];
}

/** What can stand in a hand-made link: no arguments, too many, and values of every other kind. */
function junk({ parameters, golden }: LoadedExercise): (readonly unknown[])[] {
  const values = [undefined, null, NaN, -1, 0.5, 1e21, "", "x", {}, [], new Uint8Array(), new Map(), 1n];
  const filled = values.map((value) => parameters.map(() => value));
  return [[], ...filled, ...golden.slice(0, 1).map(({ args }) => [...args, null])];
}

function ask(exercise: LoadedExercise, args: readonly unknown[]): boolean | "threw" {
  try {
    return exercise.accepts(args);
  } catch {
    return "threw";
  }
}
