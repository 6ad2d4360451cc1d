import { editor } from "monaco-editor/editor/editor.api.js";

/** What Monaco's TypeScript support asks for: see `slim-monaco.ts`. */
type Wanted = { readonly label?: string; readonly createData: unknown; readonly keepIdleModels?: boolean };

/** Starts a language worker: the first message wakes it, the second is its configuration. */
export function createWebWorker<T extends object>(wanted: Wanted): editor.MonacoWebWorker<T> {
  const made = globalThis.MonacoEnvironment?.getWorker?.("workerMain.js", wanted.label ?? "");
  const worker = Promise.resolve(made).then((started) => {
    if (started === undefined) throw new Error("no worker");
    started.postMessage("ignore");
    started.postMessage(wanted.createData);
    return started;
  });
  return editor.createWebWorker<T>({ worker, keepIdleModels: wanted.keepIdleModels ?? false });
}
