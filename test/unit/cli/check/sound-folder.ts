import { fileURLToPath } from "node:url";
import type { Exercise } from "#course/exercise/exercise.ts";
import type { Engine } from "#course/grading/engine.ts";
import { loadEngine } from "#worker/engine-node.ts";
import { examineFolder } from "../../../../src/cli/check/examine.ts";
import type { Folder } from "../../../../src/cli/check/folder.ts";
import type { Problem } from "../../../../src/cli/check/problem.ts";
import { readFolder } from "../../../../src/cli/check/read-folder.ts";

export const soundDirectory = fileURLToPath(
  new URL("../../../fixtures/graders/sound/read-pair", import.meta.url),
);

const read = await readFolder(soundDirectory, "sound/read-pair");
if (!read.ok) throw new Error(JSON.stringify(read.problems));

/** The fixture without a fault. Tests break copies of it in one place at a time. */
export const sound: Folder = read.value;

export const engine: Engine = await loadEngine();

/** What all rules find in a folder, in their order. */
export async function problemsIn(folder: Folder): Promise<readonly Problem[]> {
  const services = { engine, step: () => undefined, hung: new Set<string>() };
  return (await examineFolder(folder, services)).problems.map(({ problem }) => problem);
}

/** The sound folder with other members in its exercise. */
export const withExercise = (change: Partial<Exercise>): Folder => ({
  ...sound,
  exercise: { ...sound.exercise, ...change },
});

/** The sound folder with other texts in its statement. */
export const withStatement = (change: Partial<Folder["statement"]>): Folder => ({
  ...sound,
  statement: { ...sound.statement, ...change },
});

/** The sound folder with more mistakes; each is a file name and the body of the function. */
export function withMistakes(...more: readonly (readonly [string, string])[]): Folder {
  const added = more.map(([file, body]) => ({
    file: `mistakes/${file}.ts`,
    name: file.replace(/\.\d$/, ""),
    source: `export function readPair(bytes) {\n${body}\n}\n`,
  }));
  const mistakes = [...sound.mistakes, ...added];
  const sentences = Object.fromEntries(mistakes.map(({ name }) => [name, { title: "t", message: "m" }]));
  return {
    ...sound,
    mistakes,
    exercise: { ...sound.exercise, mistakes },
    statement: { ...sound.statement, mistakes: sentences },
  };
}

/** The arguments of a case. */
export const bytes = (...values: number[]): [Uint8Array] => [Uint8Array.from(values)];
