import { grade } from "../../../course/grading/grade.ts";
import type { Rule } from "../rule.ts";
import { rounds } from "./rounds.ts";
import { neverOpened } from "./verdicts.ts";

/** The starter opens and does not pass. */
export const starter: Rule = {
  name: "starter",
  async examine({ exercise, starter: { file, source } }, { engine, step }) {
    for (const [done, round] of rounds.entries()) {
      step({ rule: "starter", done, of: rounds.length });
      const verdict = await grade(engine, exercise, source, round);
      if (verdict.kind !== "passed") return { problems: neverOpened(file, verdict) };
    }
    return { problems: [{ code: "starter-passes" }] };
  },
};
