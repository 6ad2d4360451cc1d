import type { Exercise } from "#course/exercise/exercise.ts";
import { exerciseIds, loadDefinition } from "#worker/load-node.ts";
import { nearest } from "./nearest.ts";
import { sentences } from "./sentences.fr.ts";
import { UsageError } from "./usage-error.ts";

export type Found = { readonly id: string; readonly exercise: Exercise };

/** The exercise of that id or number. Throws UsageError with the nearest names. */
export async function findExercise(name: string, root?: URL): Promise<Found> {
  const direct = name.includes("/") ? await definitionOf(name, root) : null;
  if (direct !== null) return { id: name, exercise: direct };
  const ids = await exerciseIds(root);
  if (!/^\d\d\.\d+$/.test(name)) throw new UsageError(sentences.unknownExercise(name, nearest(name, ids)));
  const all = await allExercises(root, ids);
  const found = all.find(({ exercise }) => exercise.number === name);
  if (found !== undefined) return found;
  const numbers = all.map(({ exercise }) => exercise.number);
  throw new UsageError(sentences.unknownExercise(name, nearest(name, numbers)));
}

/** Every exercise, by number. */
export async function allExercises(root?: URL, known?: readonly string[]): Promise<readonly Found[]> {
  const ids = known ?? (await exerciseIds(root));
  const found = await Promise.all(
    ids.map(async (id) => {
      const exercise = await definitionOf(id, root);
      return exercise === null ? [] : [{ id, exercise }];
    }),
  );
  return found.flat().toSorted((a, b) => (a.exercise.number < b.exercise.number ? -1 : 1));
}

async function definitionOf(id: string, root?: URL): Promise<Exercise | null> {
  try {
    return await loadDefinition(id, root);
  } catch (error) {
    throw new UsageError(sentences.broken(id, error instanceof Error ? error.message : String(error)));
  }
}
