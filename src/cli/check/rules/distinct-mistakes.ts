import type { Folder } from "../folder.ts";
import { runs, seeds } from "../parameters.ts";
import type { Problem } from "../problem.ts";
import { stepKey, type Rule, type Services } from "../rule.ts";
import { planCases, type PlannedCase } from "../../../course/grading/plan.ts";
import { answersOf } from "./answers.ts";

/** Any two files of `mistakes/` answer at least one case differently: else one of them teaches nothing. */
export const distinctMistakes: Rule = {
  name: "distinct-mistakes",
  async examine(folder, services) {
    const named = planCases(folder.exercise, { seed: 1, runs: 0, extraCases: [] });
    const alike = await groupsAlike(folder, folder.mistakes, named, services);
    if (alike.length === 0) return { problems: [] };
    // Only those that the named cases leave alike need the generated ones.
    const generated = seeds.flatMap((seed) => planCases(folder.exercise, { seed, runs, extraCases: [] }));
    const groups = await Promise.all(alike.map((group) => groupsAlike(folder, group, generated, services)));
    return {
      problems: groups
        .flat()
        .flatMap(([first, ...others]): Problem[] =>
          others.map(({ file }) => ({ code: "mistakes-alike", file, other: first?.file ?? "" })),
        ),
    };
  },
};

type Mistakes = Folder["mistakes"];

/** The groups, of two or more, that answer all these cases alike. */
async function groupsAlike(
  { exercise, mistakes }: Folder,
  among: Mistakes,
  planned: readonly PlannedCase[],
  { engine, step, hung }: Services,
): Promise<Mistakes[]> {
  const groups = new Map<string, Mistakes>();
  for (const mistake of among) {
    const here = { rule: "distinct-mistakes", done: mistakes.indexOf(mistake), of: mistakes.length };
    if (hung.has(stepKey(here))) continue;
    step(here);
    const answers = await answersOf(engine, exercise.entry, mistake.source, planned);
    if (answers === null) continue;
    const key = JSON.stringify(answers);
    groups.set(key, [...(groups.get(key) ?? []), mistake]);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}
