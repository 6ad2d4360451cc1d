import { planCases } from "../../../course/grading/plan.ts";
import type { Folder } from "../folder.ts";
import { runs, seeds } from "../parameters.ts";
import type { Problem } from "../problem.ts";
import type { Rule } from "../rule.ts";
import { answersOf, namedAnswers, type Answers } from "./answers.ts";

/** Any two files of `mistakes/` answer at least one case differently: else one of them teaches nothing. */
export const distinctMistakes: Rule = {
  name: "distinct-mistakes",
  async examine(folder, { engine, step }) {
    const { exercise, mistakes } = folder;
    const alike = await groupsAlike(mistakes, (mistake) => namedAnswers(engine, folder, mistake));
    // Only those that the named cases leave alike need the generated ones.
    const problems: Problem[] = [];
    for (const [done, group] of alike.entries()) {
      step({ rule: "distinct-mistakes", done, of: alike.length });
      const planned = seeds.flatMap((seed) => planCases(exercise, { seed, runs, extraCases: [] }));
      const still = await groupsAlike(group, ({ source }) => answersOf(engine, exercise, source, planned));
      for (const [first, ...others] of still) {
        for (const { file } of others)
          problems.push({ code: "mistakes-alike", file, other: first?.file ?? "" });
      }
    }
    return { problems };
  },
};

type Mistake = Folder["mistakes"][number];

/** The groups, of two or more, that answer alike. */
async function groupsAlike(
  mistakes: readonly Mistake[],
  ask: (mistake: Mistake) => Promise<Answers>,
): Promise<(readonly Mistake[])[]> {
  const groups = new Map<string, readonly Mistake[]>();
  for (const mistake of mistakes) {
    const key = JSON.stringify(await ask(mistake));
    groups.set(key, [...(groups.get(key) ?? []), mistake]);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}
