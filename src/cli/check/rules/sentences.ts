import type { Exercise } from "../../../course/exercise/exercise.ts";
import type { Problem, Section } from "../problem.ts";
import type { Rule } from "../rule.ts";

/** The names of all cases and generators, in the order of a run. */
export const caseNames = ({ golden, edges, generators }: Exercise): readonly string[] => [
  ...golden.map(({ name }) => name),
  ...edges.map(({ name }) => name),
  ...Object.keys(generators),
];

/** The statement has one sentence for each mistake, each case and each stage, and none for what is not there. */
export const sentences: Rule = {
  name: "sentences",
  examine({ exercise, statement }) {
    return {
      problems: [
        ...compare(
          "mistakes",
          exercise.mistakes.map(({ name }) => name),
          Object.keys(statement.mistakes),
        ),
        ...compare("cases", caseNames(exercise), Object.keys(statement.cases)),
        ...compare(
          "stages",
          exercise.stages?.map(({ name }) => name) ?? [],
          Object.keys(statement.stages ?? {}),
        ),
      ],
    };
  },
};

function compare(section: Section, wanted: readonly string[], written: readonly string[]): Problem[] {
  const missing = [...new Set(wanted)].filter((name) => !written.includes(name));
  const leftOver = written.filter((name) => !wanted.includes(name));
  return [
    ...missing.map((name): Problem => ({ code: "sentence-missing", section, name })),
    ...leftOver.map((name): Problem => ({ code: "sentence-left-over", section, name })),
  ];
}
