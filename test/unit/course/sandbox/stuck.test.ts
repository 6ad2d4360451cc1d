import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { expect, test } from "vitest";

/** Native loops of the engine that ask nobody whether to go on: only the end of their thread ends them. */
const stuck = [
  "Array.prototype.indexOf.call({ length: 2 ** 53 - 1 }, 1)",
  "Array.prototype.reverse.call({ length: 2 ** 53 - 1 })",
  "new Array(2 ** 32 - 1).sort()",
  "new Array(2 ** 32 - 1).join()",
  "('a'.repeat(5e6) + 'b').indexOf('a'.repeat(2e6) + 'c')",
  "JSON.stringify(Array.from({ length: 60 }).reduce((a) => [a, a], []))",
  "(2n ** 8000000n).toString()",
];

const thread = (): Worker => new Worker(new URL("./stuck-thread.ts", import.meta.url));

test.each(stuck)("%s ends with its thread, and the next one works", async (expression) => {
  const first = thread();
  const heard: unknown[] = [];
  first.on("message", (message) => heard.push(message));
  first.postMessage(`export const f = () => ${expression}`);
  await once(first, "message");
  expect(await first.terminate()).toBe(1);
  expect(heard).toStrictEqual(["begins"]);

  const second = thread();
  second.postMessage("export const f = () => 42");
  await once(second, "message");
  expect(await once(second, "message")).toStrictEqual([{ value: 42 }]);
  await second.terminate();
});
