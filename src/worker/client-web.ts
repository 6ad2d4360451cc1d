import type { Spawn } from "./client.ts";

/** Starts a grading worker in a browser. */
export const spawnWebWorker: Spawn = (events) => {
  const worker = new Worker(new URL("./web.ts", import.meta.url), { type: "module", name: "grading" });
  worker.addEventListener("message", ({ data }: MessageEvent<unknown>) => events.message(data));
  worker.addEventListener("messageerror", () => events.died("messageerror"));
  worker.addEventListener("error", (event) => {
    event.preventDefault();
    events.died(event.message);
  });
  return {
    post: (message) => worker.postMessage(message),
    terminate: () => worker.terminate(),
  };
};
