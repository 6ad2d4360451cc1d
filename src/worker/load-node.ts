import { readdir, readFile } from "node:fs/promises";
import type { Exercise, LoadedExercise, Mistake } from "../course/exercise/exercise.ts";
import { byFileName, mistakeName } from "./mistake-name.ts";

const graders = new URL("../../graders/", import.meta.url);

/** The ids of all exercise folders (`ipv4/checksum`), sorted. */
export async function exerciseIds(root: URL = graders): Promise<readonly string[]> {
  const topics = await folders(root);
  const ids = await Promise.all(
    topics.map(async (topic) => {
      const names = await folders(new URL(`${topic}/`, root));
      return names.map((name) => `${topic}/${name}`);
    }),
  );
  const known = await Promise.all(
    ids.flat().map(async (id) => ((await exists(definition(id, root))) ? [id] : [])),
  );
  return known.flat();
}

/** The definition of an exercise, without its mistakes; null when there is no such folder. */
export async function loadDefinition(id: string, root: URL = graders): Promise<Exercise | null> {
  if (!/^[a-z0-9-]+\/[a-z0-9-]+$/.test(id) || !(await exists(definition(id, root)))) return null;
  const module = (await import(definition(id, root).href)) as { readonly default: Exercise };
  return module.default;
}

/** An exercise with its mistakes, in the order of their file names; null when there is no such folder. */
export async function loadExercise(id: string, root: URL = graders): Promise<LoadedExercise | null> {
  const exercise = await loadDefinition(id, root);
  return exercise === null ? null : { ...exercise, id, mistakes: await loadMistakes(id, root) };
}

/** The file that holds what people read of an exercise. */
export const statementFile = (id: string, root: URL = graders): URL =>
  new URL(`${id}/statement.fr.mdx`, root);

async function loadMistakes(id: string, root: URL): Promise<readonly Mistake[]> {
  const folder = new URL(`${id}/mistakes/`, root);
  const files = (await names(folder)).filter((file) => file.endsWith(".ts")).toSorted(byFileName);
  return Promise.all(
    files.map(async (file) => ({
      name: mistakeName(file),
      source: await readFile(new URL(file, folder), "utf8"),
    })),
  );
}

const definition = (id: string, root: URL): URL => new URL(`${id}/exercise.ts`, root);

const exists = async (file: URL): Promise<boolean> =>
  readFile(file).then(
    () => true,
    () => false,
  );

async function folders(root: URL): Promise<readonly string[]> {
  const entries = await readdir(root, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted(byFileName);
}

const names = async (folder: URL): Promise<readonly string[]> => readdir(folder).catch(() => []);
