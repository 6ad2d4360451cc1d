import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { codeOf, folderError } from "./folder-error.ts";
import { readMe, tsconfig } from "./folder-texts.fr.ts";
import type { Task } from "./tasks.ts";

const typeFiles = ["vocabulary.d.ts", "console.d.ts"].map(
  (name) => new URL(`../../course/exercise/${name}`, import.meta.url),
);
/** The words of the course, for the student's editor. */
export const typesFile = "types/prip.d.ts";

/** What was written, and whether the types in the folder are those of another version of the workbook. */
export type Prepared = { readonly written: readonly string[]; readonly otherTypes: boolean };

/**
 * Writes what is missing in the student's folder: a file a task with the text that `textOf` gives, the types, a
 * `tsconfig.json` for the editor, a word on what is what. Never touches a file that exists. Throws UsageError.
 */
export async function prepareFolder(
  folder: string,
  tasks: readonly Task[],
  textOf: (task: Task) => string,
): Promise<Prepared> {
  const types = (await Promise.all(typeFiles.map((file) => readFile(file, "utf8")))).join("\n");
  const files: readonly (readonly [string, string])[] = [
    ["LISEZMOI.md", readMe],
    ["tsconfig.json", tsconfig],
    [typesFile, types],
    ...tasks.map((task) => [task.file, task.header + textOf(task)] as const),
  ];
  const written: string[] = [];
  for (const [file, text] of files) if (await writeNew(folder, file, text)) written.push(file);
  const present = await readFile(join(folder, typesFile), "utf8").catch(() => types);
  return { written, otherTypes: present.replaceAll("\r\n", "\n") !== types };
}

/** False when there is a file of that name. Throws UsageError. */
async function writeNew(folder: string, file: string, text: string): Promise<boolean> {
  const path = join(folder, file);
  try {
    await mkdir(join(path, ".."), { recursive: true });
  } catch (error) {
    throw folderError(join(path, ".."), error);
  }
  try {
    await writeFile(path, text, { flag: "wx" });
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw folderError(path, error);
  }
}
