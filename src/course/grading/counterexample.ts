import type { CallReport } from "../exercise/candidate.ts";
import type { Exercise } from "../exercise/exercise.ts";
import { encodeValue, type EncodedValue } from "../exercise/value.ts";
import type { Counterexample, Difference, EncodedCalls } from "../exercise/verdict.ts";
import type { Answer, FaultKind } from "./answer.ts";
import { firstDifference } from "./difference.ts";
import type { CaseFailure } from "./run-cases.ts";
import type { Shrunk } from "./shrink.ts";

/** Writes a failing case down as data: input, both answers, and where they first part. */
export function describe(
  exercise: Exercise,
  { planned, index, fault }: CaseFailure,
  shrunk: Shrunk,
  needsHistory: boolean,
): Counterexample {
  const { args, expected, report, shrinks } = shrunk;
  const actual = encodeOutcome(report);
  return {
    origin: planned.origin,
    name: planned.name,
    index,
    shrinks,
    input: args.map(encodeValue),
    expected: encodeAnswer(expected),
    ...(actual === undefined ? {} : { actual }),
    difference: differenceOf(exercise, fault, args, expected, report),
    ...(report.calls === undefined ? {} : { calls: encodeCalls(report.calls) }),
    needsHistory,
  };
}

/** Calls as data, for a verdict and for a trial. */
export const encodeCalls = ({ kept, total }: NonNullable<CallReport["calls"]>): EncodedCalls => ({
  kept: kept.map(({ name, args, value }) => ({
    name,
    args: args.map(encodeValue),
    value: encodeValue(value),
  })),
  total,
});

const encodeAnswer = (answer: Answer): EncodedValue =>
  answer.kind === "returned" ? encodeValue(answer.value) : { $thrown: answer.name, message: answer.message };

function encodeOutcome({ outcome }: CallReport): EncodedValue | undefined {
  if (outcome.kind === "returned") return encodeValue(outcome.value);
  return outcome.kind === "threw" ? { $thrown: outcome.name, message: outcome.message } : undefined;
}

function differenceOf(
  exercise: Exercise,
  fault: FaultKind,
  args: readonly unknown[],
  expected: Answer,
  { outcome }: CallReport,
): Difference | null {
  if (outcome.kind !== "returned" || expected.kind !== "returned") return null;
  if (fault === "value") return firstDifference(expected.value, outcome.value, exercise.result);
  const changed = outcome.changedArguments ?? args;
  const i = args.findIndex((arg, k) => firstDifference(arg, changed[k], { kind: "value" }) !== null);
  const shape = exercise.parameters[i]?.shape ?? { kind: "value" };
  return firstDifference(args[i], changed[i], shape, `arguments[${i}]`);
}
