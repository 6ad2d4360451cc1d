import { join } from "node:path";
import { heads } from "#course/progress/draft.ts";
import { readDrafts } from "#course/progress/open-draft.ts";
import { fileName } from "#course/progress/works-file.ts";
import { createGradingClient, type Spawn } from "#worker/client.ts";
import type { Terminal } from "../grade/terminal.ts";
import type { Command } from "./arguments.ts";
import { openFolderRecords } from "./folder-records.ts";
import { prepareFolder, typesFile } from "./prepare-folder.ts";
import { selectTasks } from "./select.ts";
import { sentences } from "./sentences.fr.ts";
import { createSession, type Session } from "./session.ts";
import { loadTasks } from "./tasks.ts";
import { watchFolder, type Watcher } from "./watcher.ts";

/** What the command has from its surroundings. */
export type Surroundings = {
  readonly say: (text: string) => void;
  readonly terminal: Terminal;
  readonly spawn: Spawn;
  /** Names this run among all that write records: `watch-` and a UUID. */
  readonly writer: string;
  /** In ms since 1970. */
  readonly now: () => number;
  /** Aborted to end the watching. */
  readonly stop: AbortSignal;
};

/** Writes what is missing, evaluates what has changed and, unless told otherwise, goes on at every save. Throws UsageError. */
export async function run(
  { folder, once, only }: Extract<Command, { kind: "watch" }>,
  { say, terminal, spawn, writer, now, stop }: Surroundings,
): Promise<0 | 1> {
  const tasks = selectTasks(await loadTasks(), only);
  const works = openFolderRecords(folder, {
    writer,
    now,
    putAside: (file) => say(sentences.aside(file)),
  });
  const { written, otherTypes } = await prepareFolder(
    folder,
    tasks,
    ({ id, starter }) => heads(readDrafts(works.records, id))[0]?.text ?? starter,
  );
  if (written.length > 0) say(sentences.written(written.length, folder));
  if (otherTypes) say(sentences.otherTypes(join(folder, typesFile)));

  const client = createGradingClient(spawn);
  const session = createSession({ folder, tasks, works, client, terminal, say });
  const watcher = once ? null : watchFolder(folder, [...new Set(tasks.map(({ chapter }) => chapter))]);
  const end = (): void => {
    watcher?.close();
    client.close();
  };
  stop.addEventListener("abort", end);
  try {
    const { evaluated, passed } = await session.look(true);
    if (once && evaluated === 0) say(sentences.nothingNew);
    await session.next(!once);
    if (watcher !== null) {
      say(sentences.waiting);
      await follow(session, watcher, () => say(sentences.waiting));
      say(sentences.stopped(join(folder, fileName)));
    }
    return passed === evaluated ? 0 : 1;
  } finally {
    stop.removeEventListener("abort", end);
    end();
  }
}

/** Looks at the folder after every save until the watcher is closed. */
async function follow(session: Session, watcher: Watcher, said: () => void): Promise<void> {
  let sure = false;
  while ((await watcher.changed()) === "changed") {
    const { evaluated, unsure } = await session.look(sure);
    sure = unsure;
    if (unsure) watcher.again();
    if (evaluated === 0) continue;
    await session.next(false);
    said();
  }
}
