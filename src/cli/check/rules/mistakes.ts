import type { Verdict } from "../../../course/exercise/verdict.ts";
import { grade } from "../../../course/grading/grade.ts";
import type { Folder } from "../folder.ts";
import type { Problem } from "../problem.ts";
import { stepKey, type Rule, type Services, type Step } from "../rule.ts";
import { rounds } from "./rounds.ts";
import { graderFailure } from "./verdicts.ts";

/** Every mistake, handed in as a learner would, fails and is recognised under its own name, whatever the seed. */
export const mistakes: Rule = {
  name: "mistakes",
  async examine({ exercise, mistakes: all }, services) {
    const problems: Problem[] = [];
    for (const [done, mistake] of all.entries()) {
      const problem = await problemOf(mistake, exercise, services, {
        rule: "mistakes",
        done,
        of: all.length,
      });
      if (problem !== null) problems.push(problem);
    }
    return { problems, figures: { mistakes: all.length, caught: all.length - problems.length } };
  },
};

async function problemOf(
  mistake: Folder["mistakes"][number],
  exercise: Folder["exercise"],
  { engine, step, hung }: Services,
  here: Step,
): Promise<Problem | null> {
  if (hung.has(stepKey(here))) return { code: "never-ended", during: mistake.file };
  let open: Problem | null = null;
  for (const [i, round] of rounds.entries()) {
    step(here);
    const verdict = await grade(engine, exercise, mistake.source, { ...round, shrink: false });
    open = judge(mistake, verdict);
    // Settled by the named cases, for every seed; or not settled by a seed, which is a problem.
    if (i === 0 ? open === null : open !== null) return open;
  }
  return open;
}

/** « // Cas où deux retenues s'enchaînent. » in a mistake's file: in which cases it goes wrong. */
const whereOf = (source: string): string | null => /^\s*\/\/ Cas où (.+?)\.?\s*$/m.exec(source)?.[1] ?? null;

function judge({ file, name, source }: Folder["mistakes"][number], verdict: Verdict): Problem | null {
  const { seed } = verdict;
  if (verdict.kind === "passed") return { code: "mistake-passes", file, name, seed, where: whereOf(source) };
  if (verdict.mistake === name) return null;
  const failure = graderFailure(file, verdict);
  return failure ?? { code: "mistake-not-recognised", file, name, seed, as: verdict.mistake };
}
