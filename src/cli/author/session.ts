import type { Worker } from "node:worker_threads";
import type { Place } from "./look.ts";
import type { Part, Question, Reply } from "./part.ts";
import type { FromThread, ToThread } from "./thread.ts";
import type { Threads } from "./threads.ts";

/** A folder under the eyes of one or more panels: looked at anew whenever it changes. */
export type Session = {
  /** Tells all that is known, then all that comes; gives the way to stop. */
  listen(tell: (part: Part) => void): () => void;
  /** The folder has changed. */
  restart(): void;
  ask(question: Question): Promise<Reply>;
  end(): void;
};

export function createSession(place: Place, threads: Threads): Session {
  const listeners = new Set<(part: Part) => void>();
  const replies = new Map<number, (reply: Reply) => void>();
  let parts: Part[] = [];
  let asked = 0;
  let worker = start();

  function start(): Worker {
    const started = threads.take();
    const tell = (part: Part): void => {
      if (started !== worker) return;
      parts = part.part === "start" ? [part] : [...parts, part];
      for (const listener of listeners) listener(part);
    };
    started.on("message", (message: FromThread) => {
      if (message.type === "part") tell(message.part);
      else {
        replies.get(message.number)?.(message.reply);
        replies.delete(message.number);
      }
    });
    started.on("error", (error: Error) => {
      tell({ part: "start" });
      tell({ part: "rules", problems: [error.message] });
      tell({ part: "done" });
    });
    started.postMessage({ type: "look", place } satisfies ToThread);
    return started;
  }

  return {
    listen(tell) {
      for (const part of parts) tell(part);
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    restart() {
      void worker.terminate();
      worker = start();
    },
    ask(question) {
      const number = ++asked;
      return new Promise((resolve) => {
        replies.set(number, resolve);
        worker.postMessage({ type: "ask", number, question } satisfies ToThread);
      });
    },
    end: () => void worker.terminate(),
  };
}
