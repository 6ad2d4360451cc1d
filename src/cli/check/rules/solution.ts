import type { Verdict } from "../../../course/exercise/verdict.ts";
import { grade } from "../../../course/grading/grade.ts";
import { runs, seeds } from "../parameters.ts";
import type { Problem } from "../problem.ts";
import type { Rule } from "../rule.ts";
import { neverOpened } from "./verdicts.ts";

/** The model solution passes, whatever the seed. */
export const solution: Rule = {
  name: "solution",
  async examine({ exercise, solution: { file, source } }, { engine, step }) {
    for (const [done, seed] of seeds.entries()) {
      step({ rule: "solution", done, of: seeds.length });
      const verdict = await grade(engine, exercise, source, { seed, runs });
      const problems = problemsOf(file, verdict);
      if (problems.length > 0) return { problems };
    }
    return { problems: [] };
  },
};

function problemsOf(file: string, verdict: Verdict): Problem[] {
  if (verdict.kind === "passed") return [];
  const unopened = neverOpened(file, verdict);
  if (unopened.length > 0) return unopened;
  const name = verdict.counterexample?.name ?? "";
  return [{ code: "solution-fails", seed: verdict.seed, kind: verdict.kind, name }];
}
