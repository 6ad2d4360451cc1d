import { join } from "node:path";
import { heads } from "#course/progress/draft.ts";
import { readDrafts } from "#course/progress/open-draft.ts";
import { UsageError } from "../grade/usage-error.ts";
import type { Command } from "./arguments.ts";
import { openFolderRecords, type FolderRecords } from "./folder-records.ts";
import { handIn } from "./hand-in.ts";
import { openLab, type OpenLab } from "./lab-file.ts";
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
  const { say } = surroundings;
  switch (command.kind) {
    case "watch": {
      const lab = command.lab === undefined ? null : await openLab(command.lab);
      const tasks = tasksOf(lab, selectTasks(all, command.only));
      if (lab !== null) sayElsewhere(lab, all, say);
      const works = await prepare(folder, tasks, surroundings);
      return work({ folder, tasks, works, once: command.once }, surroundings);
    }
    case "open": {
      const works = await prepare(folder, all, surroundings);
      await openWorks({ folder, tasks: all, works }, command.file, say);
      return work({ folder, tasks: all, works, once: true }, surroundings);
    }
    case "hand-in": {
      const lab = await openLab(command.lab);
      const tasks = tasksOf(lab, all);
      const works = await prepare(folder, tasks, surroundings);
      await work({ folder, tasks, works, once: true }, surroundings);
      handIn(folder, works.records, lab, command.student, say);
      return 0;
    }
  }
}

/** Those of the tasks that the lab lists; its other activities are done on the site. Throws UsageError when none is left. */
function tasksOf(lab: OpenLab | null, tasks: readonly Task[]): readonly Task[] {
  if (lab === null) return tasks;
  const own = tasks.filter(({ id }) => lab.activities.some((activity) => activity.id === id));
  if (own.length === 0) throw new UsageError(sentences.nothingOfLab(lab.lab.number));
  return own;
}

function sayElsewhere({ activities }: OpenLab, tasks: readonly Task[], say: (text: string) => void): void {
  const elsewhere = activities.filter(({ id }) => tasks.every((task) => task.id !== id));
  if (elsewhere.length > 0) say(sentences.onSite(elsewhere.map(({ number }) => number)));
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
