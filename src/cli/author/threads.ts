import { Worker } from "node:worker_threads";
import type { EngineModules } from "../../worker/engine-node.ts";

/** Threads that have loaded all that a look needs; one is always made ahead, so that a save is looked at at once. */
export type Threads = { take(): Worker; close(): void };

export function createThreads(modules: EngineModules): Threads {
  const start = (): Worker => new Worker(new URL("./thread.ts", import.meta.url), { workerData: modules });
  let spare = start();
  return {
    take() {
      const taken = spare;
      spare = start();
      return taken;
    },
    close: () => void spare.terminate(),
  };
}
