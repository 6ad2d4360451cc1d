import { watch, type FSWatcher } from "node:fs";
import { join } from "node:path";
import { UsageError } from "../grade/usage-error.ts";
import { codeOf } from "./folder-error.ts";
import { sentences } from "./sentences.fr.ts";

/** How long a folder must be quiet before it is looked at: editors write a file in several steps. In ms. */
const quiet = 150;

export type Watcher = {
  /** Ends when something was saved since the last call and the folder is quiet again; at once after `close`. */
  changed(): Promise<"changed" | "closed">;
  /** Wakes `changed` up once more after the quiet time, whether or not anything is saved. */
  again(): void;
  close(): void;
};

/**
 * Watches a folder and those of its chapters. An event says only that something happened: what it was is looked up
 * in the files themselves, since editors save by writing, by renaming or by removing and writing again. Throws
 * UsageError where the system cannot watch.
 */
export function watchFolder(folder: string, chapters: readonly string[]): Watcher {
  let watchers: readonly FSWatcher[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let happened = false;
  let closed = false;
  let wake: (() => void) | null = null;

  const tell = (): void => {
    wake?.();
    wake = null;
  };
  const again = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (closed) return;
      happened = true;
      tell();
    }, quiet);
  };
  /** A folder that was removed and made again has to be watched anew, so all are, before each look. */
  const arm = (): void => {
    disarm();
    watchers = [folder, ...chapters.map((chapter) => join(folder, chapter))].flatMap((path) => {
      const watcher = open(path, again);
      return watcher === null ? [] : [watcher];
    });
  };
  const disarm = (): void => {
    for (const watcher of watchers) watcher.close();
    watchers = [];
  };

  arm();
  return {
    changed: async () => {
      if (!happened && !closed) await new Promise<void>((resolve) => (wake = resolve));
      if (closed) return "closed";
      happened = false;
      arm();
      return "changed";
    },
    again,
    close: () => {
      closed = true;
      clearTimeout(timer);
      disarm();
      tell();
    },
  };
}

/** Null for a folder that is not there. */
function open(path: string, changed: () => void): FSWatcher | null {
  try {
    const watcher = watch(path, changed);
    watcher.on("error", changed);
    return watcher;
  } catch (error) {
    const code = codeOf(error);
    if (code === "ENOENT") return null;
    throw new UsageError(sentences.cannotWatch(path, code));
  }
}
