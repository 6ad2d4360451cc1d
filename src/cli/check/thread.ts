import { performance } from "node:perf_hooks";
import { parentPort, workerData } from "node:worker_threads";
import { loadEngine, type EngineModules } from "../../worker/engine-node.ts";
import { examine } from "./examine.ts";
import type { FromThread, Job } from "./report.ts";
import { replaying } from "./replay.ts";
import type { Services } from "./rule.ts";

/** The thread in which folders are examined, one after the other: mutants may hang it, and it is then ended. */
const engine = await loadEngine(workerData as EngineModules);
const say = (message: FromThread): void => parentPort?.postMessage(message);

parentPort?.on("message", ({ directory, id, hung }: Job) => {
  const start = performance.now();
  const services: Services = {
    engine: replaying(engine),
    hung: new Set(hung),
    step: (step) => say({ type: "step", step }),
  };
  void examine(directory, id, services).then((report) =>
    say({ type: "done", report, ms: performance.now() - start }),
  );
});

say({ type: "ready" });
