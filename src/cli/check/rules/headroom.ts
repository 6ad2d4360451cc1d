import { defaultBudget } from "../../../course/exercise/exercise.ts";
import { openExercise } from "../../../course/grading/open-exercise.ts";
import { planCases } from "../../../course/grading/plan.ts";
import { headroom as times, runs, seeds, stepLump } from "../parameters.ts";
import type { Problem } from "../problem.ts";
import type { Rule } from "../rule.ts";

/** Budgets leave the model solution at least ten times what it needs, in each case and in all. */
export const headroom: Rule = {
  name: "headroom",
  async examine({ exercise, solution }, { engine, step }) {
    const budget = { ...defaultBudget, ...exercise.budget };
    const problems: Problem[] = [];
    for (const [done, seed] of seeds.entries()) {
      step({ rule: "headroom", done, of: seeds.length });
      const opened = await openExercise(engine, exercise, solution.source, seed, budget);
      // The rule on the solution says so.
      if (opened.kind !== "opened") return { problems: [] };
      const planned = planCases(exercise, { seed, runs, extraCases: [] });
      const steps = planned.map(({ args }) => opened.candidate.call(args).steps);
      opened.candidate.dispose();
      const most = Math.max(0, ...steps) + stepLump;
      const inAll = steps.reduce((sum, n) => sum + n, 0);
      if (most * times > budget.stepsPerCase) {
        problems.push({ code: "budget-too-small", limit: "case", used: most, allowed: budget.stepsPerCase });
      }
      if (inAll * times > budget.stepsInAll) {
        problems.push({
          code: "budget-too-small",
          limit: "submission",
          used: inAll,
          allowed: budget.stepsInAll,
        });
      }
      if (problems.length > 0) return { problems };
    }
    return { problems };
  },
};
