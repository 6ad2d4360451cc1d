import type { Problem } from "../problem.ts";
import type { Rule } from "../rule.ts";
import { namedAnswers } from "./answers.ts";

/** No mistake remembers earlier calls: grading asks all of them in one sandbox that it keeps. */
export const statelessMistakes: Rule = {
  name: "stateless-mistakes",
  async examine(folder, { engine }) {
    const problems: Problem[] = [];
    for (const mistake of folder.mistakes) {
      const answers = await namedAnswers(engine, folder, mistake);
      if (answers.kind === "unopened") continue;
      // There and back again: without memory, the way back gives the same answers.
      const there = answers.texts.slice(0, answers.texts.length / 2);
      const back = answers.texts.toReversed();
      if (there.some((text, i) => text !== back[i])) {
        problems.push({ code: "mistake-keeps-state", file: mistake.file });
      }
    }
    return { problems };
  },
};
