import { sample } from "fast-check";
import { shrinkSamples } from "../parameters.ts";
import type { Problem } from "../problem.ts";
import type { Rule } from "../rule.ts";
import { show } from "../show.ts";

/**
 * Generators shrink any value of theirs without fast-check's context: a failing case may come from a link or from
 * another generator, and still has to become small.
 */
export const generators: Rule = {
  name: "generators",
  examine({ exercise }) {
    const problems = Object.entries(exercise.generators).flatMap(([name, arbitrary]): Problem[] => {
      const values = sample(arbitrary, { seed: 1, numRuns: shrinkSamples });
      const foreign = values.filter((args) => !arbitrary.canShrinkWithoutContext(args));
      const getsSmaller = (args: readonly unknown[]): boolean =>
        [...arbitrary.shrink(args, undefined)].some(({ value }) => exercise.accepts(value));
      const stuck = foreign.length > 0 ? foreign : values.some(getsSmaller) ? [] : values;
      return stuck
        .slice(0, 1)
        .map((args) => ({ code: "generator-does-not-shrink", name, input: show(args) }));
    });
    return { problems };
  },
};
