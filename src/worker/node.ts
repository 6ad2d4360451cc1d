import { parentPort } from "node:worker_threads";
import { loadEngine } from "./engine-node.ts";
import { loadExercise } from "./load-node.ts";
import { serve } from "./serve.ts";

/** The grading thread under Node. The engine starts to load at once: the first request is on its way. */
const engine = loadEngine();
engine.catch(() => undefined); // a failure is told to whoever asks

parentPort?.on("message", (message: unknown) => {
  void serve(message, { engine: () => engine, exercise: loadExercise }, () =>
    parentPort?.postMessage({ type: "started" }),
  ).then((answer) => parentPort?.postMessage(answer));
});
