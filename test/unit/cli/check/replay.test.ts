import { expect, test } from "vitest";
import { defaultBudget } from "#course/exercise/exercise.ts";
import type { Engine } from "#course/grading/engine.ts";
import { replaying } from "../../../../src/cli/check/replay.ts";
import { engine } from "./sound-folder.ts";

/** Counts what it was called on, so that what is asked twice shows. */
const source = "let n = 0;\nexport function f(x) { n += 1; return [n, x.length]; }\n";
const [a, b, c] = [[Uint8Array.of()], [Uint8Array.of(1)], [Uint8Array.of(1, 2)]] as const;

/** The real engine, and how often a function was called in it. */
function counted(): { engine: Engine; calls: () => number } {
  let calls = 0;
  const counting: Engine = {
    async open(...asked) {
      const opened = await engine.open(...asked);
      if (opened.kind !== "opened") return opened;
      const { candidate } = opened;
      const call = (args: readonly unknown[]) => ((calls += 1), candidate.call(args));
      return { kind: "opened", candidate: { call, dispose: () => candidate.dispose() } };
    },
  };
  return { engine: counting, calls: () => calls };
}

async function answers(replayed: Engine, calls: readonly (readonly unknown[])[], seed = 1) {
  const opened = await replayed.open(source, "f", seed, defaultBudget);
  if (opened.kind !== "opened") throw new Error(opened.kind);
  return calls.map((args) => {
    const { outcome } = opened.candidate.call(args);
    return outcome.kind === "returned" ? outcome.value : outcome.kind;
  });
}

test("the same calls in the same order are made once", async () => {
  const { engine, calls } = counted();
  const replayed = replaying(engine);
  expect(await answers(replayed, [a, b])).toEqual([
    [1, 0],
    [2, 1],
  ]);
  expect(await answers(replayed, [a, b])).toEqual([
    [1, 0],
    [2, 1],
  ]);
  expect(calls()).toBe(2);
});

test("who asks on, or otherwise, is answered as if asked from the beginning", async () => {
  const replayed = replaying(engine);
  await answers(replayed, [a, b]);
  expect(await answers(replayed, [a, b, c])).toEqual([
    [1, 0],
    [2, 1],
    [3, 2],
  ]);
  expect(await answers(replayed, [a, c, b])).toEqual([
    [1, 0],
    [2, 2],
    [3, 1],
  ]);
  expect(await answers(replayed, [a, c, b, a])).toEqual([
    [1, 0],
    [2, 2],
    [3, 1],
    [4, 0],
  ]);
});

test("another seed is another sandbox, and equal arguments are not the same ones", async () => {
  const { engine, calls } = counted();
  const replayed = replaying(engine);
  await answers(replayed, [a]);
  await answers(replayed, [a], 2);
  await answers(replayed, [[Uint8Array.of()]]);
  expect(calls()).toBe(3);
});
