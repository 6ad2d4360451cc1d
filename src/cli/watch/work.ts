import { join } from "node:path";
import { fileName } from "#course/progress/works-file.ts";
import { createGradingClient, type Spawn } from "#worker/client.ts";
import type { Terminal } from "../grade/terminal.ts";
import type { FolderRecords } from "./folder-records.ts";
import { sentences } from "./sentences.fr.ts";
import { createSession, type Session } from "./session.ts";
import type { Task } from "./tasks.ts";
import { watchFolder, type Watcher } from "./watcher.ts";

/** Where the work is shown and graded, and what ends it. */
export type Workplace = {
  readonly say: (text: string) => void;
  readonly terminal: Terminal;
  readonly spawn: Spawn;
  /** Aborted to end the watching. */
  readonly stop: AbortSignal;
};

export type Work = {
  readonly folder: string;
  readonly tasks: readonly Task[];
  readonly works: FolderRecords;
  readonly once: boolean;
};

/** Evaluates what has changed and, unless told otherwise, goes on at every save. */
export async function work(
  { folder, tasks, works, once }: Work,
  { say, terminal, spawn, stop }: Workplace,
): Promise<0 | 1> {
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
