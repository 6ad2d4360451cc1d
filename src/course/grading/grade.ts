import type { Opened } from "../exercise/candidate.ts";
import { defaultBudget, type LoadedExercise } from "../exercise/exercise.ts";
import { decodeValue, type EncodedValue } from "../exercise/value.ts";
import type { Failure, Verdict } from "../exercise/verdict.ts";
import { faultOf } from "./answer.ts";
import { describe } from "./counterexample.ts";
import type { Engine } from "./engine.ts";
import { failureOf, internalError, notOpened } from "./failures.ts";
import { generalMistake } from "./general-mistakes.ts";
import { openExercise } from "./open-exercise.ts";
import { planCases, type PlannedCase } from "./plan.ts";
import { createProbe, type Probe } from "./probe.ts";
import { recognise } from "./recognise.ts";
import { runCases, type CaseFailure, type Run } from "./run-cases.ts";
import { shrink } from "./shrink.ts";
import { firstStage, stageResults } from "./stages.ts";

export type GradeOptions = {
  readonly seed: number;
  /** How many cases to generate after the fixed ones. */
  readonly runs: number;
  /** Argument lists to run first; each must be a case that the exercise accepts. */
  readonly extraCases?: readonly (readonly EncodedValue[])[];
  /**
   * False: the failing case stays as it is, for who only asks which mistake is behind it; where one is recognised, the
   * case is not tried alone either.
   */
  readonly shrink?: boolean;
};

/**
 * Grades a learner's file: runs every case on it and on the reference, makes the first failing case small, and
 * names the mistake behind it where one fits. The same source, seed and extra cases give the same verdict, byte
 * for byte, wherever it runs. Never throws and never blames the learner for a fault of the grader.
 */
export async function grade(
  engine: Engine,
  exercise: LoadedExercise,
  source: string,
  options: GradeOptions,
): Promise<Verdict> {
  try {
    const extraCases = (options.extraCases ?? []).map((args) => args.map(decodeValue));
    const cases = planCases(exercise, { seed: options.seed, runs: options.runs, extraCases });
    const { seed, shrink = true } = options;
    return await gradeCases({ engine, exercise, source, seed, shrinks: shrink }, cases);
  } catch (error) {
    return internalError(options.seed, error);
  }
}

type Submission = {
  readonly engine: Engine;
  readonly exercise: LoadedExercise;
  readonly source: string;
  readonly seed: number;
  readonly shrinks: boolean;
};

const open = ({ engine, exercise, source, seed }: Submission): Promise<Opened> =>
  openExercise(engine, exercise, source, seed, { ...defaultBudget, ...exercise.budget });

async function gradeCases(submission: Submission, cases: readonly PlannedCase[]): Promise<Verdict> {
  const opened = await open(submission);
  if (opened.kind !== "opened") return notOpened(submission.seed, cases.length, opened);
  const run = runCases(submission.exercise, opened.candidate, cases);
  opened.candidate.dispose();
  const [first] = firstStage(run.failures);
  const stages = stageResults(submission.exercise, cases, run);
  const common = {
    seed: submission.seed,
    cases: { run: run.run, passed: run.passed, total: cases.length },
    ...(stages === undefined ? {} : { stages }),
  };
  if (first === undefined) return { kind: "passed", ...common };
  return explain(submission, cases, run, first, common);
}

/** Turns the first failing case into the smallest one, in fresh sandboxes, and looks for the mistake behind all. */
async function explain(
  submission: Submission,
  planned: readonly PlannedCase[],
  run: Run,
  first: CaseFailure,
  common: Pick<Verdict, "seed" | "cases" | "stages">,
): Promise<Failure> {
  const { engine, exercise } = submission;
  // Who has not yet come to the later stages fails them in any manner; the first one alone may show the mistake.
  const stage = { ...run, failures: firstStage(run.failures) };
  const found =
    (await recognise(engine, exercise, planned, run)) ?? (await recognise(engine, exercise, planned, stage));
  const probe = createProbe(() => open(submission));
  const { args, expected, stage: place } = first.planned;
  const start = { args, expected, stage: place, report: first.report, shrinks: 0 };
  const settled = !submission.shrinks && found !== null;
  const needsHistory = !settled && !(await failsAgain(exercise, probe, first));
  const smallest =
    needsHistory || !submission.shrinks
      ? start
      : await shrink(
          exercise,
          probe,
          start,
          first.fault,
          async (smaller, report) => found === null || (await found.explains(smaller, report)),
        );
  probe.dispose();
  const mistake = found?.name ?? (needsHistory ? "keeps-state" : generalMistake(stage.failures));
  const counterexample = describe(exercise, first, smallest, needsHistory);
  return failureOf(smallest.report, { ...common, counterexample, mistake });
}

const failsAgain = async (
  exercise: LoadedExercise,
  probe: Probe,
  { planned, fault }: CaseFailure,
): Promise<boolean> => faultOf(exercise, planned, await probe.call(planned.args)) === fault;
