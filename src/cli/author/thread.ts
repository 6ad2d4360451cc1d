import { parentPort, workerData } from "node:worker_threads";
import { join } from "node:path";
import { loadEngine, type EngineModules } from "../../worker/engine-node.ts";
import { importExercise } from "../check/read-parts.ts";
import { replaying } from "../check/replay.ts";
import { look, type Place } from "./look.ts";
import type { Part, Question, Reply } from "./part.ts";
import * as fr from "./sentences.fr.ts";
import { replyTo } from "./questions.ts";

/** What the thread is told: once, where to look; then numbered questions. */
export type ToThread =
  | { readonly type: "look"; readonly place: Place }
  | { readonly type: "ask"; readonly number: number; readonly question: Question };

/** What the thread says: parts of its look, and replies to numbered questions. */
export type FromThread =
  | { readonly type: "part"; readonly part: Part }
  | { readonly type: "reply"; readonly number: number; readonly reply: Reply };

/**
 * One look at one folder: a thread of its own, since Node imports a changed `exercise.ts` anew only in a new one. It
 * loads everything else beforehand and waits.
 */
const engine = replaying(await loadEngine(workerData as EngineModules));
const say = (message: FromThread): void => parentPort?.postMessage(message);
let directory = "";

parentPort?.on("message", (message: ToThread) => {
  if (message.type === "look") {
    directory = message.place.directory;
    void lookAt(message.place);
  } else {
    void replyAbout(message.question).then((reply) => say({ type: "reply", number: message.number, reply }));
  }
});

async function lookAt(place: Place): Promise<void> {
  for await (const part of look(engine, place)) {
    say({ type: "part", part });
    // A question that came meanwhile is answered between two parts.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

async function replyAbout(question: Question): Promise<Reply> {
  const read = await importExercise(join(directory, "exercise.ts"));
  return read.ok ? replyTo(read.value, question) : { part: "answer", text: fr.notRead };
}
