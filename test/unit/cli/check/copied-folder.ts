import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { soundDirectory } from "./sound-folder.ts";

/** As deep below the root as the fixtures, so that the imports of the copies resolve. */
const copies = fileURLToPath(new URL("../../../output/graders", import.meta.url));

/**
 * Copies the sound folder to `<topic>/read-pair` and changes files in the copy: a text is written, null removes.
 * Gives the directory. Every test takes a topic of its own.
 */
export function copiedFolder(topic: string, changes: Readonly<Record<string, string | null>>): string {
  const directory = join(copies, topic, "read-pair");
  rmSync(directory, { recursive: true, force: true });
  cpSync(soundDirectory, directory, { recursive: true });
  for (const [file, text] of Object.entries(changes)) {
    const path = join(directory, file);
    mkdirSync(dirname(path), { recursive: true });
    if (text === null) rmSync(path, { recursive: true });
    else writeFileSync(path, text);
  }
  return directory;
}
