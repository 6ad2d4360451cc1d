import type { LoadedExercise } from "../../../course/exercise/exercise.ts";
import { faultOf } from "../../../course/grading/answer.ts";
import { planCases, type PlannedCase } from "../../../course/grading/plan.ts";
import { listedAs, type Equivalent } from "../mutation/equivalents.ts";
import { mutantsOf } from "../mutation/mutants.ts";
import { runMutants, type Running } from "../mutation/run-mutants.ts";
import { mutantSeed, runs, tightBudget } from "../parameters.ts";
import type { Problem } from "../problem.ts";
import { stepKey, type Rule, type Services } from "../rule.ts";

/** Every small change of the model solution is refused by a case, or listed as one that changes nothing. */
export const mutants: Rule = {
  name: "mutants",
  async examine({ exercise, solution, equivalents }, services) {
    const planned = planCases(exercise, { seed: mutantSeed, runs, extraCases: [] });
    const all = mutantsOf(solution.source);
    const problems: Problem[] = [];
    const used = new Set<Equivalent>();
    let equivalent = 0;
    // The case that refused a mutant comes first for the next: neighbours often fall to the same one.
    let order = planned;
    let done = 0;
    for await (const { mutant, running } of runMutants(services.engine, exercise, all)) {
      const here = { rule: "mutants", done, of: all.length };
      done += 1;
      const refusing = services.hung.has(stepKey(here))
        ? "hung"
        : await refusal(exercise, running, order, services, here);
      if (typeof refusing === "object" && refusing !== null) {
        order = [refusing, ...order.filter((one) => one !== refusing)];
      }
      const refusedBy = typeof refusing === "object" ? (refusing?.name ?? null) : refusing;
      const listed = listedAs(mutant, equivalents);
      if (listed !== undefined) used.add(listed);
      const { line, before, after } = mutant;
      if (refusedBy === null && listed === undefined)
        problems.push({ code: "mutant-survives", line, before, after });
      if (refusedBy === null && listed !== undefined) equivalent += 1;
      if (refusedBy !== null && listed !== undefined) {
        problems.push({ code: "equivalent-refused", before, after, name: refusedBy });
      }
    }
    const survivors = equivalent + problems.filter(({ code }) => code === "mutant-survives").length;
    for (const { before, after } of equivalents.filter((entry) => !used.has(entry))) {
      problems.push({ code: "equivalent-unknown", before, after });
    }
    return { problems, figures: { mutants: all.length, refused: all.length - survivors, equivalent } };
  },
};

/** The first case that refuses a mutant (a limit that it hits counts), why it does not open, or null. */
async function refusal(
  exercise: LoadedExercise,
  mutant: Running,
  planned: readonly PlannedCase[],
  { step }: Services,
  here: Parameters<Services["step"]>[0],
): Promise<PlannedCase | string | null> {
  step(here);
  if (mutant.kind === "unopened") return mutant.why;
  let steps = 0;
  for (const one of planned) {
    const report = await mutant.call(one.args);
    steps += report.steps;
    if (faultOf(exercise, one, report) !== null || steps > tightBudget.stepsInAll) return one;
  }
  return null;
}
