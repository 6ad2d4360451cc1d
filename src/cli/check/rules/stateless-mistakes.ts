import { planCases } from "../../../course/grading/plan.ts";
import type { Problem } from "../problem.ts";
import { stepKey, type Rule } from "../rule.ts";
import { answersOf } from "./answers.ts";

/** No mistake remembers earlier calls: grading asks all of them in one sandbox that it keeps. */
export const statelessMistakes: Rule = {
  name: "stateless-mistakes",
  async examine({ exercise, mistakes }, { engine, step, hung }) {
    const named = planCases(exercise, { seed: 1, runs: 0, extraCases: [] });
    const problems: Problem[] = [];
    for (const [done, { file, source }] of mistakes.entries()) {
      const here = { rule: "stateless-mistakes", done, of: mistakes.length };
      if (hung.has(stepKey(here))) continue;
      step(here);
      // There and back again: without memory, the way back gives the same answers.
      const answers = await answersOf(engine, exercise.entry, source, [...named, ...named.toReversed()]);
      const back = answers?.slice(named.length).toReversed();
      if (back?.some((answer, i) => answer !== answers?.[i]) === true)
        problems.push({ code: "mistake-keeps-state", file });
    }
    return { problems };
  },
};
