import { join } from "node:path";
import { heads } from "#course/progress/draft.ts";
import { readDrafts } from "#course/progress/open-draft.ts";
import type { Command } from "./arguments.ts";
import { openFolderRecords, type FolderRecords } from "./folder-records.ts";
import { openWorks } from "./open-works.ts";
import { prepareFolder, typesFile } from "./prepare-folder.ts";
import { selectTasks } from "./select.ts";
import { sentences } from "./sentences.fr.ts";
import { loadTasks, type Task } from "./tasks.ts";
import { work, type Workplace } from "./work.ts";

/** What the command has from its surroundings. */
export type Surroundings = Workplace & {
  /** Names this run among all that write records: `watch-` and a UUID. */
  readonly writer: string;
  /** In ms since 1970. */
  readonly now: () => number;
};

/** Carries out the command; gives the exit code. Throws UsageError. */
export async function run(
  command: Exclude<Command, { kind: "help" }>,
  surroundings: Surroundings,
): Promise<0 | 1> {
  const { folder } = command;
  const all = await loadTasks();
  const tasks = command.kind === "watch" ? selectTasks(all, command.only) : all;
  const works = await prepare(folder, tasks, surroundings);
  if (command.kind === "open") await openWorks({ folder, tasks, works }, command.file, surroundings.say);
  return work({ folder, tasks, works, once: command.kind === "open" || command.once }, surroundings);
}

/** Opens the records of the folder and writes what is missing in it. */
async function prepare(
  folder: string,
  tasks: readonly Task[],
  { say, writer, now }: Surroundings,
): Promise<FolderRecords> {
  const putAside = (file: string): void => say(sentences.aside(file));
  const works = openFolderRecords(folder, { writer, now, putAside });
  const textOf = ({ id, starter }: Task): string => heads(readDrafts(works.records, id))[0]?.text ?? starter;
  const { written, otherTypes } = await prepareFolder(folder, tasks, textOf);
  if (written.length > 0) say(sentences.written(written.length, folder));
  if (otherTypes) say(sentences.otherTypes(join(folder, typesFile)));
  return works;
}
