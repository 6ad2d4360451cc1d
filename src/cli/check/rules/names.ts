import type { Problem } from "../problem.ts";
import type { Rule } from "../rule.ts";
import { caseNames } from "./sentences.ts";

/** Every case and every generator has its own kebab-case name: a verdict says it, a sentence hangs on it. */
export const names: Rule = {
  name: "names",
  examine({ exercise }) {
    const all = caseNames(exercise);
    const twice = all.filter((name, i) => all.indexOf(name) !== i);
    const odd = all.filter((name) => !/^[a-z\d]+(-[a-z\d]+)*$/.test(name));
    return {
      problems: [
        ...twice.map((name): Problem => ({ code: "name-twice", name })),
        ...odd.map((name): Problem => ({ code: "name-not-kebab", name })),
      ],
    };
  },
};
