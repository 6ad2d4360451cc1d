import type { LoadedExercise } from "../../../course/exercise/exercise.ts";
import { answerOf, type Answer } from "../../../course/grading/answer.ts";
import { equalValues } from "../../../course/grading/equal.ts";
import { planCases } from "../../../course/grading/plan.ts";
import { runs, seeds } from "../parameters.ts";
import type { Problem } from "../problem.ts";
import type { Rule } from "../rule.ts";
import { show } from "../show.ts";

/** The reference agrees with every golden vector, and leaves its arguments as they were. */
export const reference: Rule = {
  name: "reference",
  examine({ exercise }) {
    try {
      const changing = [...new Set(seeds.flatMap((seed) => casesThatChange(exercise, seed)))];
      return {
        problems: [
          ...goldenProblems(exercise),
          ...changing.map((name): Problem => ({ code: "reference-changes-argument", name })),
        ],
      };
    } catch (error) {
      // Everything but the RangeError that a statement may ask for.
      return { problems: [{ code: "reference-threw", detail: String(error) }] };
    }
  },
};

function goldenProblems(exercise: LoadedExercise): Problem[] {
  return exercise.golden.flatMap(({ name, args, expected }): Problem[] => {
    const copy = structuredClone(args);
    const answer = answerOf(exercise, copy);
    if (answer.kind === "returned" && sameResult(exercise, expected, answer.value, copy)) return [];
    return [{ code: "golden-disagrees", name, expected: show(expected), actual: showAnswer(answer) }];
  });
}

function sameResult(
  exercise: LoadedExercise,
  expected: unknown,
  actual: unknown,
  args: readonly unknown[],
): boolean {
  return exercise.sameResult?.(expected, actual, args) ?? equalValues(expected, actual);
}

const showAnswer = (answer: Answer): string =>
  answer.kind === "returned" ? show(answer.value) : `${answer.name}: ${answer.message}`;

/** Plans all cases anew on an exercise whose reference is watched; gives the names of those that it changes. */
function casesThatChange(exercise: LoadedExercise, seed: number): string[] {
  const copied = <C extends { readonly args: readonly unknown[] }>(named: C): C => ({
    ...named,
    args: structuredClone(named.args),
  });
  const changed: boolean[] = [];
  const watched: LoadedExercise = {
    ...exercise,
    golden: exercise.golden.map(copied),
    edges: exercise.edges.map(copied),
    reference(...args) {
      const before = structuredClone(args);
      try {
        return exercise.reference(...args);
      } finally {
        changed.push(!equalValues(before, args));
      }
    },
  };
  const planned = planCases(watched, { seed, runs, extraCases: [] });
  return planned.filter((_, i) => changed[i] === true).map(({ name }) => name);
}
