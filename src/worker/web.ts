import { loadEngine } from "./engine-web.ts";
import { loadExercise } from "./load-web.ts";
import { serve } from "./serve.ts";

/** The grading worker of a page. The engine starts to load at once: the first request is on its way. */
const engine = loadEngine();
engine.catch(() => undefined); // a failure is told to whoever asks

self.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
  void serve(data, { engine: () => engine, exercise: loadExercise }, () =>
    self.postMessage({ type: "started" }),
  ).then((answer) => self.postMessage(answer));
});
