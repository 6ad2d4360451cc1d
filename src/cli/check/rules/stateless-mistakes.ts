import { hitLimit } from "../../../course/grading/run-cases.ts";
import type { Problem } from "../problem.ts";
import type { Rule } from "../rule.ts";
import { galleryAnswers, namedCases, ownAnswers, textOf } from "./answers.ts";

/** No mistake remembers earlier calls: grading asks all of them in one sandbox that it keeps. */
export const statelessMistakes: Rule = {
  name: "stateless-mistakes",
  async examine(folder, { engine }) {
    const problems: Problem[] = [];
    const named = namedCases(folder);
    for (const [place, mistake] of folder.mistakes.entries()) {
      const own = await ownAnswers(engine, folder, mistake);
      if ("refusal" in own) continue;
      // Asked there and back again, after whatever else was asked: without memory it answers the same.
      const later = await galleryAnswers(engine, folder, place, named);
      const differs = own.some((report, i) => {
        const other = later[i];
        // The two have not the same limits.
        if (other === undefined || hitLimit(report) || hitLimit(other)) return false;
        return textOf(report) !== textOf(other);
      });
      if (differs) problems.push({ code: "mistake-keeps-state", file: mistake.file });
    }
    return { problems };
  },
};
