import { Worker } from "node:worker_threads";
import type { Spawn } from "./client.ts";
import type { EngineModules } from "./engine-node.ts";

/** What a grading thread is started with. */
export type NodeWorkerData = {
  /** Compiled once for several threads; else each compiles its own. */
  readonly modules?: EngineModules;
  /** A folder of exercises outside the project that go before the project's own. */
  readonly privateFolder?: string;
};

/** Starts grading threads under Node that have what `data` says. */
export const spawnNodeWorkerWith =
  (data: NodeWorkerData): Spawn =>
  (events) => {
    const worker = new Worker(new URL("./node.ts", import.meta.url), { stdin: false, workerData: data });
    worker.on("message", events.message);
    worker.on("error", events.died);
    worker.on("messageerror", events.died);
    worker.on("exit", (code) => events.died(`exit ${code}`));
    return {
      post: (message) => worker.postMessage(message),
      terminate: () => void worker.terminate(),
    };
  };

/** Starts a grading thread under Node. */
export const spawnNodeWorker: Spawn = spawnNodeWorkerWith({});
