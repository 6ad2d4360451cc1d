import { z } from "zod";
import { encodedValue } from "../exercise/value.ts";
import { exerciseId, writerName } from "./names.ts";

/** One evaluation, without the text that was evaluated. */
const attempt = z.strictObject({
  /** Writer and count: the same attempt is never counted twice, wherever it comes from. */
  id: z.string().min(1),
  /** Milliseconds since 1970. */
  time: z.number(),
  /** The verdict's kind. */
  kind: z.string().min(1),
  seed: z.int().nonnegative(),
  cases: z.strictObject({
    run: z.int().nonnegative(),
    passed: z.int().nonnegative(),
    total: z.int().nonnegative(),
  }),
  mistake: z.string().nullable(),
  /** Points earned: those of the exercise when it passed, else those of its stages that passed. */
  points: z.int().nonnegative(),
});

/** What was done on one exercise, but for the text. Grows only, so that two tabs can merge theirs. */
export const activitySchema = z.strictObject({
  format: z.literal(1),
  exercise: exerciseId,
  /** By time. */
  attempts: z.array(attempt),
  /** How many hints were asked for. */
  hints: z.int().nonnegative(),
  /** When the solution was first shown on purpose, before success; null if never. */
  solution: z.number().nullable(),
  /** The cases that failed last time, to be run first; the newest list counts. */
  kept: z
    .strictObject({ cases: z.array(z.array(encodedValue)), time: z.number(), writer: writerName })
    .nullable(),
});

export type Attempt = z.infer<typeof attempt>;
export type Activity = z.infer<typeof activitySchema>;

export const emptyActivity = (exercise: string): Activity => ({
  format: 1,
  exercise,
  attempts: [],
  hints: 0,
  solution: null,
  kept: null,
});

/** Nothing of either is lost; the order does not matter; merging twice changes nothing. */
export function mergeActivities(a: Activity, b: Activity): Activity {
  const byId = new Map([...a.attempts, ...b.attempts].map((one) => [one.id, one]));
  const attempts = [...byId.values()].toSorted((x, y) => x.time - y.time || (x.id < y.id ? -1 : 1));
  return {
    format: 1,
    exercise: a.exercise,
    attempts,
    hints: Math.max(a.hints, b.hints),
    solution: earliest(a.solution, b.solution),
    kept: newest(a.kept, b.kept),
  };
}

const earliest = (a: number | null, b: number | null): number | null =>
  a === null ? b : b === null ? a : Math.min(a, b);

function newest(a: Activity["kept"], b: Activity["kept"]): Activity["kept"] {
  if (a === null || b === null) return a ?? b;
  return a.time > b.time || (a.time === b.time && a.writer >= b.writer) ? a : b;
}

/** Untouched, begun, or passed once. */
export type State = "none" | "started" | "passed";

export const stateOf = (activity: Activity, hasDraft: boolean): State =>
  activity.attempts.some(({ kind }) => kind === "passed")
    ? "passed"
    : hasDraft || activity.attempts.length > 0 || activity.hints > 0 || activity.solution !== null
      ? "started"
      : "none";

export const pointsOf = (activity: Activity): number =>
  activity.attempts.reduce((most, { points }) => Math.max(most, points), 0);
