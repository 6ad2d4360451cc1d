import type { Problem } from "../problem.ts";
import type { Rule } from "../rule.ts";
import { caseNames } from "./sentences.ts";

/** Where there are stages, every case belongs to one of them, and their points are the exercise's. */
export const stages: Rule = {
  name: "stages",
  examine({ exercise }) {
    const { stages: declared, points } = exercise;
    if (declared === undefined) return { problems: [] };
    const known = caseNames(exercise);
    const names = declared.map(({ name }) => name);
    const sum = declared.reduce((total, stage) => total + stage.points, 0);
    const counted = known.map((name) => ({
      name,
      found: declared.filter(({ cases }) => cases.includes(name)).length,
    }));
    return {
      problems: [
        ...names.filter((name, i) => names.indexOf(name) !== i).map(twice),
        ...names.filter((name) => !/^[a-z\d]+(-[a-z\d]+)*$/.test(name)).map(odd),
        ...counted
          .filter(({ found }) => found !== 1)
          .map((one): Problem => ({ code: "stage-of-case", ...one })),
        ...declared.flatMap(({ name: stage, cases }) =>
          cases
            .filter((name) => !known.includes(name))
            .map((name): Problem => ({ code: "stage-case-unknown", stage, name })),
        ),
        ...(sum === points ? [] : [{ code: "stage-points", sum, points } as const]),
      ],
    };
  },
};

const twice = (name: string): Problem => ({ code: "name-twice", name });
const odd = (name: string): Problem => ({ code: "name-not-kebab", name });
