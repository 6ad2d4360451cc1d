import { grade } from "../../../course/grading/grade.ts";
import type { Problem } from "../problem.ts";
import type { Rule } from "../rule.ts";
import { rounds } from "./rounds.ts";
import { graderFailure } from "./verdicts.ts";

/** The starter does not pass. */
export const starter: Rule = {
  name: "starter",
  async examine({ exercise, starter: { file, source } }, { engine, step }) {
    let problem: Problem | null = { code: "starter-passes" };
    for (const [done, round] of rounds.entries()) {
      step({ rule: "starter", done, of: rounds.length });
      const verdict = await grade(engine, exercise, source, { ...round, shrink: false });
      if (verdict.kind === "passed") continue;
      problem = graderFailure(file, verdict);
      break;
    }
    return { problems: problem === null ? [] : [problem] };
  },
};
