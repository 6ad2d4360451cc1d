import { parentPort } from "node:worker_threads";
import { returned } from "./support.ts";

/** Runs one program in a thread that can be ended from outside: says that it begins, then what came back. */
parentPort?.on("message", (code: string) => {
  parentPort?.postMessage("begins");
  void returned(code).then((value) => parentPort?.postMessage({ value }));
});
