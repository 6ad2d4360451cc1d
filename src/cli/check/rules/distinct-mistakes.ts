import { planCases, type PlannedCase } from "../../../course/grading/plan.ts";
import type { Folder } from "../folder.ts";
import { runs, seeds } from "../parameters.ts";
import type { Problem } from "../problem.ts";
import type { Rule, Services } from "../rule.ts";
import { galleryAnswers, namedCases, textOf } from "./answers.ts";

/** Any two files of `mistakes/` answer at least one case differently: else one of them teaches nothing. */
export const distinctMistakes: Rule = {
  name: "distinct-mistakes",
  async examine(folder, services) {
    const { exercise, mistakes } = folder;
    const places = [...mistakes.keys()];
    // Only those that the named cases leave alike need the generated ones.
    const alike = await groupsAlike(folder, services, places, namedCases(folder));
    const problems: Problem[] = [];
    for (const [done, group] of alike.entries()) {
      services.step({ rule: "distinct-mistakes", done, of: alike.length });
      let still: readonly (readonly number[])[] = [group];
      for (const seed of seeds) {
        const planned = planCases(exercise, { seed, runs, extraCases: [] });
        still = (
          await Promise.all(still.map((places) => groupsAlike(folder, services, places, planned)))
        ).flat();
      }
      const fileOf = (place: number | undefined): string => mistakes[place ?? 0]?.file ?? "";
      for (const [first, ...others] of still) {
        for (const place of others) {
          problems.push({ code: "mistakes-alike", file: fileOf(place), other: fileOf(first) });
        }
      }
    }
    return { problems };
  },
};

/** The groups, of two or more, that answer alike; mistakes are meant by their place. */
async function groupsAlike(
  folder: Folder,
  { engine }: Services,
  places: readonly number[],
  planned: readonly PlannedCase[],
): Promise<(readonly number[])[]> {
  const groups = new Map<string, readonly number[]>();
  for (const place of places) {
    const answers = await galleryAnswers(engine, folder, place, planned);
    const key = answers.map(textOf).join("\n");
    groups.set(key, [...(groups.get(key) ?? []), place]);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}
