import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { GradedFile } from "#course/classroom/activity-version.ts";

/** The files of a folder whose names are chosen, by name; none where there is no folder. */
export function readFolder(folder: string | URL, chosen: (name: string) => boolean): readonly GradedFile[] {
  const path = folder instanceof URL ? fileURLToPath(folder) : folder;
  let names: readonly string[];
  try {
    names = readdirSync(path);
  } catch {
    return [];
  }
  return names
    .filter(chosen)
    .toSorted()
    .map((name) => ({ name, text: readFileSync(join(path, name), "utf8") }));
}
