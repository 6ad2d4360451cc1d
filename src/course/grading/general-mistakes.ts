import { Foreign } from "../exercise/candidate.ts";
import type { GeneralMistake } from "../exercise/mistakes.ts";
import { equalValues } from "./equal.ts";
import type { CaseFailure } from "./run-cases.ts";

/** The general mistake that explains every failing case, or null. Asked when no mistake of the exercise fits. */
export function generalMistake(failures: readonly CaseFailure[]): GeneralMistake | null {
  const found = rules.find(([, explains]) => failures.every(explains));
  return found?.[0] ?? null;
}

const rules: readonly (readonly [GeneralMistake, (failure: CaseFailure) => boolean])[] = [
  ["changes-argument", ({ fault }) => fault === "argument"],
  ["returns-nothing", gives((actual) => actual === undefined)],
  ["returns-promise", gives((actual) => actual instanceof Foreign && actual.what === "promise")],
  ["signed-result", returned(isRightAs((leaf) => (typeof leaf === "number" ? leaf | 0 : leaf)))],
  ["number-as-text", returned(isRightAs((leaf) => (typeof leaf === "number" ? String(leaf) : leaf)))],
  ["bytes-as-array", returned(isRightAs((leaf) => (leaf instanceof Uint8Array ? Array.from(leaf) : leaf)))],
  ["throws-instead-of-value", ({ fault, planned }) => fault === "threw" && isFailValue(planned.expected)],
];

/** Judged by the answer alone, even where an error is due. */
function gives(explains: (actual: unknown) => boolean) {
  return ({ report: { outcome } }: CaseFailure): boolean =>
    outcome.kind === "returned" && explains(outcome.value);
}

function returned(explains: (actual: unknown, expected: unknown) => boolean) {
  return ({ report: { outcome }, planned: { expected } }: CaseFailure): boolean =>
    outcome.kind === "returned" && expected.kind === "returned" && explains(outcome.value, expected.value);
}

/** The answer is right but for one change made to every leaf of it. */
function isRightAs(change: (leaf: unknown) => unknown) {
  return (actual: unknown, expected: unknown): boolean => equalValues(actual, mapLeaves(expected, change));
}

function mapLeaves(value: unknown, change: (leaf: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => mapLeaves(item, change));
  if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype) {
    return change(value);
  }
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, mapLeaves(member, change)]));
}

/** `{ error: … }` and null are how statements say « this input has no answer ». */
const isFailValue = (expected: CaseFailure["planned"]["expected"]): boolean =>
  expected.kind === "returned" &&
  (expected.value === null || (typeof expected.value === "object" && "error" in expected.value));
