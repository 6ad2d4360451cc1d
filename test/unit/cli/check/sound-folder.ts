import { fileURLToPath } from "node:url";
import type { Exercise } from "#course/exercise/exercise.ts";
import type { Engine } from "#course/grading/engine.ts";
import { examineFolder } from "../../../../src/cli/check/examine.ts";
import type { Folder } from "../../../../src/cli/check/folder.ts";
import type { Problem } from "../../../../src/cli/check/problem.ts";
import { readFolder } from "../../../../src/cli/check/read-folder.ts";
import type { Rule } from "../../../../src/cli/check/rule.ts";

export const soundDirectory = fileURLToPath(
  new URL("../../../fixtures/graders/sound/read-pair", import.meta.url),
);

/** The fixture without a fault, as read from disk. */
export async function soundFolder(): Promise<Folder> {
  const read = await readFolder(soundDirectory, "sound/read-pair");
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}

/** The same folder with other members in its exercise. */
export const withExercise = (folder: Folder, change: Partial<Exercise>): Folder => ({
  ...folder,
  exercise: { ...folder.exercise, ...change },
});

/** The same folder with another set of mistakes, in its files and in its exercise. */
export const withMistakes = (folder: Folder, mistakes: Folder["mistakes"]): Folder => ({
  ...folder,
  mistakes,
  exercise: { ...folder.exercise, mistakes },
});

/** What these rules (all, if none are named) find. */
export async function problemsIn(
  folder: Folder,
  engine: Engine,
  rules?: readonly Rule[],
): Promise<readonly Problem[]> {
  const services = { engine, step: () => undefined, hung: new Set<string>() };
  return (await examineFolder(folder, services, rules)).problems.map(({ problem }) => problem);
}
