import { isNumber, isPlanned } from "../course-plan.ts";
import type { Fact, Problem } from "../problem.ts";
import type { Rule } from "../rule.ts";

/** Number, entry, level, points and prerequisites make sense; every kind of case is there. */
export const facts: Rule = {
  name: "facts",
  examine({ exercise }) {
    const { number, entry, level, points, parameters, golden, edges, generators } = exercise;
    const checks: readonly (readonly [Fact, unknown, boolean])[] = [
      ["number", number, isNumber(number)],
      ["entry", entry, /^[a-z][a-zA-Z\d]*$/.test(entry)],
      ["level", level, [1, 2, 3, 4, 5].includes(level)],
      ["points", points, Number.isInteger(points) && points >= 1 && points <= 20],
      // A parameter with a default value does not count in `length`.
      [
        "parameters",
        parameters.length,
        parameters.length >= exercise.reference.length && parameters.length > 0,
      ],
      ["no-golden", golden.length, golden.length > 0],
      ["no-edges", edges.length, edges.length > 0],
      ["no-generators", 0, Object.keys(generators).length > 0],
      ...golden.map(({ name, source }) => ["golden-source", name, source.trim() !== ""] as const),
    ];
    const wrong = checks
      .filter(([, , right]) => !right)
      .map(([fact, value]): Problem => ({ code: "fact-wrong", fact, value: String(value) }));
    const unknown = exercise.prerequisites
      .filter((prerequisite) => !isPlanned(prerequisite) || prerequisite === number)
      .map((prerequisite): Problem => ({ code: "prerequisite-unknown", number: prerequisite }));
    return { problems: [...wrong, ...unknown] };
  },
};
