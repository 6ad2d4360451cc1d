import { mistakeFile, mistakesOf, solutionFile, starterFile } from "./code-files.ts";
import { exerciseFile } from "./exercise-file.ts";
import { exampleOf, type Wanted } from "./plan.ts";
import { statementFile } from "./statement-file.ts";

/** The files of a whole exercise folder, by their path in it, not formatted; null where no example can be made. */
export function exerciseFiles(wanted: Wanted): ReadonlyMap<string, string> | null {
  const example = exampleOf(wanted.signature);
  if (example === null) return null;
  const mistakes = mistakesOf(wanted, example);
  return new Map([
    ["exercise.ts", exerciseFile(wanted, example)],
    ["statement.fr.mdx", statementFile(wanted, example, mistakes)],
    ["starter.ts", starterFile(wanted, example)],
    ["solution.ts", solutionFile(wanted, example)],
    ...mistakes.map(
      (mistake) => [`mistakes/${mistake.name}.ts`, mistakeFile(wanted, example, mistake)] as const,
    ),
  ]);
}
