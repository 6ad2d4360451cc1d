import type { Activity } from "../../progress/activity.ts";

/** Longer without an attempt, in ms: the student was doing something else. */
const longestPause = 15 * 60 * 1000;

/** From first to last attempt, in ms, without the pauses of more than 15 minutes; 0 for one attempt. */
export function workTime({ attempts }: Pick<Activity, "attempts">): number {
  const times = attempts.map(({ time }) => time).toSorted((a, b) => a - b);
  return times.reduce((sum, time, i) => {
    const pause = time - (times[i - 1] ?? time);
    return pause <= longestPause ? sum + pause : sum;
  }, 0);
}
