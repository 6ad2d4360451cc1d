import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { changesOf, importWorks } from "#course/progress/import-works.ts";
import { openDraft } from "#course/progress/open-draft.ts";
import type { Records } from "#course/progress/records.ts";
import type { Work } from "#course/progress/works.ts";
import { readImport } from "#course/classroom/read-import.ts";
import { readSource } from "../grade/read-source.ts";
import { UsageError } from "../grade/usage-error.ts";
import { earlierFile } from "./files.ts";
import { folderError } from "./folder-error.ts";
import type { FolderRecords } from "./folder-records.ts";
import { withoutHeader } from "./header.ts";
import { sentences } from "./sentences.fr.ts";
import type { Task } from "./tasks.ts";

/**
 * Brings the works of a file (a hand-in, an export of « Mes travaux ») into the folder: merged into the records as the
 * site does, and their texts into the files. A text that gives way is kept beside. Throws UsageError.
 */
export async function openWorks(
  { folder, tasks, works }: { folder: string; tasks: readonly Task[]; works: FolderRecords },
  path: string,
  say: (text: string) => void,
): Promise<void> {
  const file = readImport(await readSource(path));
  if (!file.ok) throw new UsageError(sentences.notWorks[file.code](path));
  const { records } = works;
  for (const task of tasks) noteFile(records, folder, task);
  const changes = changesOf(records, file.works);
  if (importWorks(records, file.works) !== "written") throw new Error("the records take no more");

  say(sentences.opened(path, file.works.length));
  if (!file.intact) say(sentences.notIntact);
  if (file.unreadable > 0) say(sentences.leftOut(file.unreadable));
  for (const [at, work] of file.works.entries()) {
    const task = tasks.find(({ id }) => id === work.exercise);
    if (task === undefined || changes[at]?.text === "same") continue;
    const text = settle(records, task, work);
    if (text !== null) say(putText(folder, task, text));
  }
  works.save();
}

/** What lies in the file now is the learner's text, evaluated or not. */
function noteFile(records: Records, folder: string, { id, starter, file }: Task): void {
  const text = ownText(folder, file);
  if (text === null) return;
  const draft = openDraft(records, id, starter);
  draft.type(text);
  draft.close();
}

/** A file holds one text: where two stand side by side, that of the opened file is taken. Null: it has none. */
function settle(records: Records, { id, starter }: Task, { drafts }: Work): string | null {
  const wanted = drafts[0]?.text;
  if (wanted === undefined) return null;
  const draft = openDraft(records, id, starter);
  const others = draft.others();
  if (others.length > 0) draft.choose(others.find(({ text }) => text === wanted) ?? null);
  draft.close();
  return draft.text();
}

/** Writes the text into the task's file, what is there beside it, and says so. */
function putText(folder: string, task: Task, text: string): string {
  const { file, header, starter } = task;
  const before = ownText(folder, file);
  const kept = before === null || before === text || before === starter ? null : freeName(folder, file);
  try {
    if (kept !== null) writeFileSync(join(folder, kept), readFileSync(join(folder, file)), { flag: "wx" });
    writeFileSync(join(folder, file), header + text);
  } catch (error) {
    throw folderError(join(folder, file), error);
  }
  return kept === null ? sentences.brought(task) : sentences.broughtBeside(task, kept);
}

function freeName(folder: string, file: string): string {
  let count = 1;
  while (existsSync(join(folder, earlierFile(file, count)))) count += 1;
  return earlierFile(file, count);
}

/** Null where there is no file. */
function ownText(folder: string, file: string): string | null {
  const path = join(folder, file);
  return existsSync(path) ? withoutHeader(readFileSync(path, "utf8")) : null;
}
