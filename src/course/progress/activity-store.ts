import type { EncodedValue } from "../exercise/value.ts";
import type { Verdict } from "../exercise/verdict.ts";
import { activitySchema, emptyActivity, mergeActivities, type Activity, type Attempt } from "./activity.ts";
import { keptAfter } from "./kept-cases.ts";
import { activityKey } from "./keys.ts";
import type { Records } from "./records.ts";
import type { WriteResult } from "./storage.ts";

/** The activity of one exercise, shared with the other tabs: every write merges with what lies there. */
export type OpenActivity = {
  current(): Activity;
  /** The cases to run first. */
  kept(): readonly (readonly EncodedValue[])[];
  /**
   * Notes a verdict: the attempt, the points (all if it passed, else those of its stages), and which cases to keep; `sent` are the extra cases
   * that ran first. A failure of the grader is no attempt.
   */
  attempt(verdict: Verdict, points: number, sent: readonly (readonly EncodedValue[])[]): WriteResult;
  /** Notes that answers to an activity that is not code were checked, and what came of it. */
  answered(result: Omit<Attempt, "id" | "time" | "seed">): WriteResult;
  hint(count: number): WriteResult;
  solutionShown(): WriteResult;
  close(): void;
};

export function openActivity(
  records: Records,
  exercise: string,
  changed: () => void = () => undefined,
): OpenActivity {
  const key = activityKey(exercise);
  const stored = (): Activity => readActivity(records, exercise);
  let known = stored();

  /** What this page knows stays known even when the storage is full or another tab has written over it. */
  const update = (step: (activity: Activity) => Activity): WriteResult => {
    known = step(mergeActivities(known, stored()));
    return records.write(key, known);
  };

  /** Each attempt of this page has its own name. */
  const withAttempt = (activity: Activity, result: Omit<Attempt, "id" | "time">, time: number): Activity => {
    const before = activity.attempts.filter(({ id }) => id.startsWith(`${records.writer}:`)).length;
    const id = `${records.writer}:${String(before + 1)}`;
    return { ...activity, attempts: [...activity.attempts, { id, time, ...result }] };
  };

  const stop = records.storage.onChange((what) => {
    if (what !== null && what !== key) return;
    if (records.storage.read(key) === null) known = emptyActivity(exercise);
    else {
      const there = stored();
      known = mergeActivities(known, there);
      // Two tabs wrote at the same moment: what the later one lacks is written again.
      if (JSON.stringify(known) !== JSON.stringify(there)) records.write(key, known);
    }
    changed();
  });

  return {
    current: () => known,
    kept: () => known.kept?.cases ?? [],
    attempt: (verdict, points, sent) => {
      if (verdict.kind === "internal-error") return "written";
      return update((activity) => {
        const time = records.now();
        const { kind, seed, cases } = verdict;
        const mistake = kind === "passed" ? null : verdict.mistake;
        const kept = keptAfter(verdict, sent, activity.kept?.cases ?? []).map((one) => [...one]);
        return {
          ...withAttempt(activity, { kind, seed, cases, mistake, points: earned(verdict, points) }, time),
          kept: { cases: kept, time, writer: records.writer },
        };
      });
    },
    answered: (result) => update((activity) => withAttempt(activity, { ...result, seed: 0 }, records.now())),
    hint: (shown) => update((activity) => ({ ...activity, hints: Math.max(activity.hints, shown) })),
    solutionShown: () =>
      update((activity) => ({ ...activity, solution: activity.solution ?? records.now() })),
    close: stop,
  };
}

const earned = ({ kind, stages = [] }: Verdict, points: number): number =>
  kind === "passed"
    ? points
    : stages.reduce((sum, stage) => sum + (stage.outcome === "passed" ? stage.points : 0), 0);

export const readActivity = (records: Records, exercise: string): Activity =>
  records.read(
    activityKey(exercise),
    activitySchema.refine((one) => one.exercise === exercise),
  ) ?? emptyActivity(exercise);
