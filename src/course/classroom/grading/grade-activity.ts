import { readAnswers } from "../../activities/answers.ts";
import { gradeActivity } from "../../activities/grade.ts";
import { DEFAULT_RUNS } from "../../exercise/defaults.ts";
import { cut } from "../intake/names.ts";
import { internalError } from "../../grading/failures.ts";
import type { Gradable, Marking } from "./gradable.ts";
import { gradeRepairs } from "./grade-repairs.ts";
import { nothingHandedIn, ofParts, ofVerdict, type Outcome } from "./outcome.ts";

/** Grades the text that was handed in for an activity, afresh. A fault of the grader is an outcome: `ungraded`. */
export async function gradeText(
  { id, task }: Pick<Gradable, "id" | "task">,
  text: string | null,
  { seed, grade }: Pick<Marking, "seed" | "grade">,
): Promise<Outcome> {
  if (text === null || text.trim() === "") return nothingHandedIn;
  try {
    switch (task.kind) {
      case "code": {
        const extraCases = task.extraCases.map((args) => [...args]);
        return ofVerdict(await grade({ exercise: id, source: text, seed, runs: DEFAULT_RUNS, extraCases }));
      }
      case "answers":
        return gradeAnswers(task.definition, text);
      case "repairs":
        return gradeRepairs(task.networks, text);
    }
  } catch (error) {
    return ofVerdict(internalError(seed, error));
  }
}

/** No page offers more wrong answers at once; a file made by hand may name any number. */
const mostMistakes = 100;

/** Mistakes as `part/item:option`. */
function gradeAnswers(definition: Parameters<typeof gradeActivity>[0], text: string): Outcome {
  const answers = readAnswers(text);
  if (answers === null) return ofParts(0, 1, []);
  const { items, right, answered } = gradeActivity(definition, answers);
  if (answered === 0) return nothingHandedIn;
  const mistakes = items.flatMap((one) => one.mistakes.map((name) => `${one.part}/${one.item}:${cut(name)}`));
  return ofParts(right, items.length, mistakes.slice(0, mostMistakes));
}
