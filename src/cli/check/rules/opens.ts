import { defaultBudget } from "../../../course/exercise/exercise.ts";
import type { Problem } from "../problem.ts";
import { stepKey, type Rule } from "../rule.ts";
import { ownAnswers } from "./answers.ts";
import { refusalToOpen } from "./refusal-to-open.ts";

/** Every file gives the function that the exercise asks for; a mistake is called at once, for the rules to come. */
export const opens: Rule = {
  name: "opens",
  decisive: true,
  async examine(folder, { engine, step, hung }) {
    const { exercise, starter, solution, mistakes } = folder;
    const files = [
      ...[starter, solution].map(({ file, source }) => ({
        file,
        refusal: async () => {
          const opened = await engine.open(source, exercise.entry, 1, {
            ...defaultBudget,
            ...exercise.budget,
          });
          if (opened.kind !== "opened") return refusalToOpen(opened);
          opened.candidate.dispose();
          return null;
        },
      })),
      ...mistakes.map((mistake) => ({
        file: mistake.file,
        refusal: async () => {
          const answers = await ownAnswers(engine, folder, mistake);
          return "refusal" in answers ? answers.refusal : null;
        },
      })),
    ];
    const problems: Problem[] = [];
    for (const [done, { file, refusal }] of files.entries()) {
      const here = { rule: "opens", done, of: files.length };
      if (hung.has(stepKey(here))) {
        problems.push({ code: "never-ended", during: file });
        continue;
      }
      step(here);
      const detail = await refusal();
      if (detail !== null) problems.push({ code: "does-not-open", file, detail });
    }
    return { problems };
  },
};
