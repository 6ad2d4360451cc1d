import { join } from "node:path";
import type { GradingClient } from "#worker/client.ts";
import { readSource } from "../grade/read-source.ts";
import type { Terminal } from "../grade/terminal.ts";
import { UsageError } from "../grade/usage-error.ts";
import { hasPassed, isWaiting, openDesk, type Desk } from "./desk.ts";
import { evaluate } from "./evaluate.ts";
import { stampOf, strangersIn } from "./files.ts";
import type { FolderRecords } from "./folder-records.ts";
import { withoutHeader } from "./header.ts";
import { sentences } from "./sentences.fr.ts";
import type { Task } from "./tasks.ts";

export type SessionOptions = {
  readonly folder: string;
  readonly tasks: readonly Task[];
  readonly works: FolderRecords;
  readonly client: GradingClient;
  readonly terminal: Terminal;
  /** Shows a block of lines to the learner. */
  readonly say: (text: string) => void;
};

/** What one look at the folder found. */
export type Look = {
  /** How many files were evaluated, and how many of these passed. */
  readonly evaluated: number;
  readonly passed: number;
  /** Files that are gone or empty, as they are for a moment while an editor writes them: look again before judging. */
  readonly unsure: boolean;
};

export type Session = {
  /** Evaluates what was saved since the last look. `sure`: files that are gone or empty are so for good. */
  look(sure: boolean): Promise<Look>;
  /** Says how far the learner is and which file comes next; `again`: with the verdict of that file, if it was begun. */
  next(again: boolean): Promise<void>;
};

/** One learner at work in a folder, from the start of the command to its end. */
export function createSession({ folder, tasks, works, client, terminal, say }: SessionOptions): Session {
  const desks = tasks.map((task) => openDesk(works.records, task));
  const stamps = new Map<Task, string | null>();
  const named = new Set<string>();
  let current: Desk | null = null;

  /** Reads a file and evaluates it if it was saved. */
  async function visit(desk: Desk, sure: boolean): Promise<"still" | "unsure" | "passed" | "not-passed"> {
    const { task, draft } = desk;
    const path = join(folder, task.file);
    const stamp = await stampOf(path);
    const before = stamps.get(task);
    if (stamp === before) return "still";
    if (stamp === null) {
      if (!sure) return "unsure";
      stamps.set(task, null);
      say(sentences.gone(path, draft.time() !== null));
      return "still";
    }
    stamps.set(task, stamp);
    const text = await readSource(path);
    const own = withoutHeader(text);
    if (own.trim() === "" && !sure) {
      stamps.set(task, "to be read again");
      return "unsure";
    }
    const typed = own !== draft.text();
    if (typed) draft.type(own);
    const counted = typed || isWaiting(desk);
    return counted || before !== undefined ? grade(desk, text, counted) : "still";
  }

  async function grade(
    desk: Desk,
    text: string,
    counted: boolean,
  ): Promise<"passed" | "not-passed" | "still"> {
    say(sentences.heading(desk.task, join(folder, desk.task.file)));
    const result = await evaluate(client, desk, text, { counted, terminal });
    if (result === null) return "still";
    if (counted) works.save();
    say(counted ? result.said : `${result.said}\n\n${sentences.notCounted}`);
    current = desk;
    return result.verdict.kind === "passed" ? "passed" : "not-passed";
  }

  async function nameStrangers(): Promise<void> {
    for (const { file, task } of await strangersIn(folder, tasks)) {
      if (!named.has(file)) say(sentences.stranger(file, task));
      named.add(file);
    }
  }

  return {
    look: async (sure) => {
      if ((await stampOf(folder)) === null) throw new UsageError(sentences.folder.gone(folder));
      const found = { evaluated: 0, passed: 0, unsure: false };
      for (const desk of desks) {
        try {
          const outcome = await visit(desk, sure);
          if (outcome === "passed" || outcome === "not-passed") found.evaluated += 1;
          if (outcome === "passed") found.passed += 1;
          if (outcome === "unsure") found.unsure = true;
        } catch (error) {
          if (!(error instanceof UsageError)) throw error;
          say(error.message); // one file that cannot be read stops nobody
        }
      }
      if (!found.unsure) await nameStrangers();
      return found;
    },
    next: async (again) => {
      const open = current !== null && !hasPassed(current) ? current : desks.find((desk) => !hasPassed(desk));
      if (again && open !== undefined && open !== current && open.draft.time() !== null)
        await grade(open, await readSource(join(folder, open.task.file)), false);
      const passed = desks.filter(hasPassed).length;
      say(
        sentences.progress(passed, desks.length) +
          (open === undefined
            ? `\n${sentences.allPassed}`
            : `\n${sentences.next(open.task, join(folder, open.task.file), open.draft.time() !== null)}`),
      );
    },
  };
}
