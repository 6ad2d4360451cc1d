import { pointsOf, stateOf, type State } from "./activity.ts";
import { exercisesWorkedOn, workOn } from "./works.ts";
import type { Records } from "./records.ts";

/** What the site knows of an exercise: enough to count. */
export type Listed = { readonly id: string; readonly number: string; readonly points: number };

export type Line = {
  readonly id: string;
  readonly state: State;
  readonly points: number;
  readonly attempts: number;
  readonly hints: number;
  readonly solutionShown: boolean;
  /** More than one version of the text waits for a choice. */
  readonly versions: number;
  /** Milliseconds since 1970; null when nothing was done. */
  readonly last: number | null;
};

export type Total = {
  readonly passed: number;
  readonly exercises: number;
  readonly points: number;
  readonly of: number;
};

export function lineOf(records: Records, id: string): Line {
  const { drafts, activity } = workOn(records, id);
  const times = [...drafts.map(({ time }) => time), ...activity.attempts.map(({ time }) => time)];
  return {
    id,
    state: stateOf(activity, drafts.length > 0),
    points: pointsOf(activity),
    attempts: activity.attempts.length,
    hints: activity.hints,
    solutionShown: activity.solution !== null,
    versions: drafts.length,
    last: times.length === 0 ? null : Math.max(...times),
  };
}

/** `03.1` belongs to chapter 3. */
export const chapterOf = (number: string): number => Number.parseInt(number, 10);

export function totalOf(listed: readonly Listed[], lines: readonly Line[]): Total {
  const byId = new Map(lines.map((line) => [line.id, line]));
  const found = listed.flatMap(({ id }) => byId.get(id) ?? []);
  return {
    passed: found.filter(({ state }) => state === "passed").length,
    exercises: listed.length,
    points: found.reduce((sum, { points }) => sum + points, 0),
    of: listed.reduce((sum, { points }) => sum + points, 0),
  };
}

/** Works on exercises that this edition of the workbook does not have: kept, exported, shown by their id. */
export const strangers = (records: Records, listed: readonly Listed[]): readonly string[] => {
  const known = new Set(listed.map(({ id }) => id));
  return exercisesWorkedOn(records).filter((id) => !known.has(id));
};
