import type { Verdict } from "../../../course/exercise/verdict.ts";
import { grade } from "../../../course/grading/grade.ts";
import { runs, seeds } from "../parameters.ts";
import type { Problem } from "../problem.ts";
import type { Rule } from "../rule.ts";
import { graderFailure } from "./verdicts.ts";

/** The model solution passes, whatever the seed. */
export const solution: Rule = {
  name: "solution",
  async examine({ exercise, solution: { file, source } }, { engine, step }) {
    for (const [done, seed] of seeds.entries()) {
      step({ rule: "solution", done, of: seeds.length });
      const verdict = await grade(engine, exercise, source, { seed, runs });
      if (verdict.kind !== "passed")
        return { problems: [graderFailure(file, verdict) ?? failureOf(verdict)] };
    }
    return { problems: [] };
  },
};

const failureOf = (verdict: Exclude<Verdict, { kind: "passed" }>): Problem => ({
  code: "solution-fails",
  seed: verdict.seed,
  kind: verdict.kind,
  name: verdict.counterexample?.name ?? "",
});
