import { nearest } from "../grade/nearest.ts";
import { UsageError } from "../grade/usage-error.ts";
import { sentences } from "./sentences.fr.ts";
import type { Task } from "./tasks.ts";

/** The tasks that one of the names means: a chapter (`2`, `02`), a number (`02.1`) or an id. Throws UsageError. */
export function selectTasks(tasks: readonly Task[], only: readonly string[]): readonly Task[] {
  if (only.length === 0) return tasks;
  const chosen = new Set<Task>();
  for (const name of only.flatMap((one) => one.split(","))) {
    const found = tasks.filter((task) => means(name, task));
    if (found.length === 0) {
      const names = tasks.flatMap(({ id, exercise }) => [exercise.number, id]);
      throw new UsageError(sentences.unknownSelection(name, nearest(name, names)));
    }
    for (const task of found) chosen.add(task);
  }
  return tasks.filter((task) => chosen.has(task));
}

const means = (name: string, { id, exercise: { number } }: Task): boolean =>
  /^\d{1,2}$/.test(name) ? number.startsWith(`${name.padStart(2, "0")}.`) : name === number || name === id;
