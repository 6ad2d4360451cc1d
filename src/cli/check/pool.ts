import { Worker } from "node:worker_threads";
import { compileEngine, type EngineModules } from "../../worker/engine-node.ts";
import { silence } from "./parameters.ts";
import type { FolderReport, FromThread, Job } from "./report.ts";
import { stepKey, type Step } from "./rule.ts";

export type Examined = FolderReport & { readonly ms: number };
type Folder = { readonly directory: string; readonly id: string };

export type PoolOptions = {
  /** How many threads. */
  readonly size: number;
  /** After how much silence (ms) a thread is taken to hang in native code that no step budget can stop. */
  readonly hangAfter?: number;
  readonly watch?: (id: string, step: Step) => void;
};

/**
 * Examines folders in threads and gives the reports in the order of the folders. A thread that falls silent is
 * ended; its folder is examined anew without the step that hung it.
 */
export async function examineAll(folders: readonly Folder[], options: PoolOptions): Promise<Examined[]> {
  const modules = await compileEngine();
  const reports = new Map<string, Examined>();
  const waiting: Job[] = folders.map((folder) => ({ ...folder, hung: [] }));
  const serve = async (): Promise<void> => {
    let worker = await startThread(modules);
    for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) {
      const outcome = await runJob(worker, job, options);
      if ("hungAt" in outcome) {
        await worker.terminate();
        worker = await startThread(modules);
        waiting.unshift({ ...job, hung: [...job.hung, outcome.hungAt] });
      } else {
        reports.set(job.id, outcome);
      }
    }
    await worker.terminate();
  };
  await Promise.all(Array.from({ length: Math.min(options.size, folders.length) }, serve));
  return folders.flatMap(({ id }) => reports.get(id) ?? []);
}

/** A thread that has loaded all that it needs: how long that takes says nothing about the folders. */
function startThread(modules: EngineModules): Promise<Worker> {
  const worker = new Worker(new URL("./thread.ts", import.meta.url), { workerData: modules });
  return new Promise((resolve, reject) => {
    worker.once("error", reject);
    worker.once("message", () => {
      worker.off("error", reject);
      resolve(worker);
    });
  });
}

/** One folder in one thread, under a watchdog that every step puts off. */
function runJob(
  worker: Worker,
  job: Job,
  { hangAfter = silence, watch }: PoolOptions,
): Promise<Examined | { readonly hungAt: string }> {
  return new Promise((resolve, reject) => {
    let last: Step = { rule: "files", done: 0, of: 1 };
    const hang = setTimeout(() => {
      const seen = last;
      // This thread may have been busy itself: what the other one has said meanwhile is heard first.
      setImmediate(() => {
        if (last === seen) giveUp();
      });
    }, hangAfter);
    const giveUp = (): void => {
      stopListening();
      resolve({ hungAt: stepKey(last) });
    };
    const failed = (error: Error): void => {
      stopListening();
      reject(error);
    };
    const heard = (message: FromThread): void => {
      if (message.type === "ready") return;
      if (message.type === "step") {
        last = message.step;
        hang.refresh();
        watch?.(job.id, message.step);
      } else {
        stopListening();
        resolve({ ...message.report, ms: message.ms });
      }
    };
    const stopListening = (): void => {
      clearTimeout(hang);
      worker.off("error", failed).off("message", heard);
    };
    worker.on("error", failed).on("message", heard);
    worker.postMessage(job);
  });
}
