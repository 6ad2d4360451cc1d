import { parentPort, workerData } from "node:worker_threads";
import type { LoadedExercise } from "../course/exercise/exercise.ts";
import type { NodeWorkerData } from "./client-node.ts";
import { loadEngine } from "./engine-node.ts";
import { lendImports, loadWithPrivate, privateRoot } from "./private-folder.ts";
import { serve } from "./serve.ts";

/** The grading thread under Node. The engine starts to load at once: the first request is on its way. */
const { modules, privateFolder } = workerData as NodeWorkerData;
const engine = loadEngine(modules);
engine.catch(() => undefined); // a failure is told to whoever asks

const root = privateFolder === undefined ? null : privateRoot(privateFolder);
if (root !== null) lendImports(root);

/** Kept as long as the thread: it grades thousands of files of a class. */
const exercises = new Map<string, Promise<LoadedExercise | null>>();
const exercise = (id: string): Promise<LoadedExercise | null> => {
  const loaded = exercises.get(id) ?? loadWithPrivate(id, root);
  exercises.set(id, loaded);
  return loaded;
};

parentPort?.on("message", (message: unknown) => {
  void serve(message, { engine: () => engine, exercise }, () =>
    parentPort?.postMessage({ type: "started" }),
  ).then((answer) => parentPort?.postMessage(answer));
});
