import { join } from "node:path";
import type { FoundFolder } from "./find-folders.ts";
import { importExercise } from "./read-parts.ts";

/** The folders that were asked for by id or by number, or the first word that names none. */
export type Selection =
  | { readonly kind: "selected"; readonly folders: readonly FoundFolder[] }
  | { readonly kind: "unknown"; readonly wanted: string };

export async function select(folders: readonly FoundFolder[], wanted: readonly string[]): Promise<Selection> {
  if (wanted.length === 0) return { kind: "selected", folders };
  const numbers = new Map<string, FoundFolder>();
  if (wanted.some((word) => /^\d/.test(word))) {
    for (const folder of folders) {
      const read = await importExercise(join(folder.directory, "exercise.ts"));
      if (read.ok) numbers.set(read.value.number, folder);
    }
  }
  const named = wanted.map((word) => folders.find(({ id }) => id === word) ?? numbers.get(word));
  const unknown = named.indexOf(undefined);
  if (unknown !== -1) return { kind: "unknown", wanted: wanted[unknown] ?? "" };
  return { kind: "selected", folders: folders.filter((folder) => named.includes(folder)) };
}
