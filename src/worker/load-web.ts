import type { Exercise, LoadedExercise } from "../course/exercise/exercise.ts";
import { byFileName, mistakeName } from "./mistake-name.ts";

const definitions = import.meta.glob<Exercise>("../../graders/*/*/exercise.ts", { import: "default" });
const mistakes = import.meta.glob<string>("../../graders/*/*/mistakes/*.ts", {
  query: "?raw",
  import: "default",
});

/** An exercise with its mistakes, fetched when asked for; null when there is no such folder. */
export async function loadExercise(id: string): Promise<LoadedExercise | null> {
  const folder = `../../graders/${id}/`;
  const load = Object.hasOwn(definitions, `${folder}exercise.ts`)
    ? definitions[`${folder}exercise.ts`]
    : undefined;
  if (load === undefined) return null;
  const start = `${folder}mistakes/`;
  const files = Object.entries(mistakes)
    .filter(([path]) => path.startsWith(start))
    .map(([path, text]) => ({ file: path.slice(start.length), text }))
    .toSorted((a, b) => byFileName(a.file, b.file));
  const [exercise, ...sources] = await Promise.all([load(), ...files.map(({ text }) => text())]);
  return {
    ...exercise,
    id,
    mistakes: files.map(({ file }, i) => ({ name: mistakeName(file), source: sources[i] ?? "" })),
  };
}
