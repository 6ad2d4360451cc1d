import { Worker } from "node:worker_threads";
import type { Spawn } from "./client.ts";

/** Starts a grading thread under Node. */
export const spawnNodeWorker: Spawn = (events) => {
  const worker = new Worker(new URL("./node.ts", import.meta.url), { stdin: false });
  worker.on("message", events.message);
  worker.on("error", events.died);
  worker.on("messageerror", events.died);
  worker.on("exit", (code) => events.died(`exit ${code}`));
  return {
    post: (message) => worker.postMessage(message),
    terminate: () => void worker.terminate(),
  };
};
