import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { codeOf } from "./folder-error.ts";
import type { Task } from "./tasks.ts";

/** Changes whenever the file is saved, with or without a change of its text; null when there is no file. */
export async function stampOf(path: string): Promise<string | null> {
  try {
    const { mtimeMs, size, ino } = await stat(path);
    return `${String(mtimeMs)} ${String(size)} ${String(ino)}`;
  } catch (error) {
    if (codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR") return null;
    throw error;
  }
}

/** A file that looks like a task's and is not: renamed by hand, or a copy. It is never evaluated. */
export type Stranger = { readonly file: string; readonly task: Task };

/** Files `02.1….ts` in the chapters' folders that bear another name than the task of that number. */
export async function strangersIn(folder: string, tasks: readonly Task[]): Promise<readonly Stranger[]> {
  const known = new Set(tasks.map(({ file }) => file));
  const chapters = [...new Set(tasks.map(({ chapter }) => chapter))];
  const found = await Promise.all(
    chapters.map(async (chapter) => {
      const names = await readdir(join(folder, chapter)).catch(() => []);
      return names.map((name) => `${chapter}/${name}`).filter((file) => !known.has(file));
    }),
  );
  return found.flat().flatMap((file) => {
    const number = /\/(\d\d\.\d+)(?!\d)[^/]*\.tsx?$/.exec(file)?.[1];
    const task = tasks.find(({ exercise }) => exercise.number === number);
    return task === undefined || isKept(file) ? [] : [{ file, task }];
  });
}

/** `02.1-header-length.earlier-1.ts`: a text that was put beside. */
export const earlierFile = (file: string, count: number): string =>
  file.replace(/\.ts$/, `.earlier-${String(count)}.ts`);

const isKept = (file: string): boolean => /\.earlier-\d+\.ts$/.test(file);
