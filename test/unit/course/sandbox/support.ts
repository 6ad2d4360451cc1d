import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { CallReport, Candidate, Opened, Outcome } from "#course/exercise/candidate.ts";
import type { Budget } from "#course/exercise/exercise.ts";
import { openCandidate } from "#course/sandbox/open.ts";

const quickjs = WebAssembly.compile(
  readFileSync(createRequire(import.meta.url).resolve("@jitl/quickjs-wasmfile-release-sync/wasm")),
);

/** Of its own, so that a change of the course's default moves no expectation here. */
const testBudget: Budget = { stepsPerCase: 2_000_000, stepsInAll: 40_000_000 };

/** Opens plain JavaScript whose entry is `f`. */
export const open = async (code: string, budget: Budget = testBudget, seed = 1): Promise<Opened> =>
  openCandidate(await quickjs, { code, entry: "f", seed, budget });

/** The same for programs that must open. */
export async function opened(code: string, budget?: Budget, seed?: number): Promise<Candidate> {
  const result = await open(code, budget, seed);
  if (result.kind !== "opened") throw new Error(JSON.stringify(result));
  return result.candidate;
}

/** Loads a program and calls it once. */
export async function report(code: string, ...args: unknown[]): Promise<CallReport> {
  const candidate = await opened(code);
  try {
    return candidate.call(args);
  } finally {
    candidate.dispose();
  }
}

export const outcome = async (code: string, ...args: unknown[]): Promise<Outcome> =>
  (await report(code, ...args)).outcome;

/** What a program returns that must return. */
export async function returned(code: string, ...args: unknown[]): Promise<unknown> {
  const result = await outcome(code, ...args);
  if (result.kind !== "returned") throw new Error(JSON.stringify(result));
  return result.value;
}

/** Values of every kind that crosses the border, and what a program that gives its argument back must give. */
export const everyKind = (): unknown => ({
  numbers: [0, -0, 1.5, -1, 2 ** 31, Number.NaN, Number.POSITIVE_INFINITY],
  texts: ["", "é", "a\0b", "😀"],
  bytes: new Uint8Array([0x45, 0, 0xff]),
  rest: [null, undefined, true, false, 12345678901234567890n],
  map: new Map<unknown, unknown>([["k", new Set([1, "x"])]]),
});

/** A right submission, to be run after a wrong one. */
export const rightProgram = "export const f = (value) => value;";
