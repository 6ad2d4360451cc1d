import { stateOf } from "#course/progress/activity.ts";
import { openActivity, type OpenActivity } from "#course/progress/activity-store.ts";
import { openDraft, type OpenDraft } from "#course/progress/open-draft.ts";
import type { Records } from "#course/progress/records.ts";
import type { Task } from "./tasks.ts";

/** The records of one task: the text that lies in its file, and what was tried on it. */
export type Desk = {
  readonly task: Task;
  readonly draft: OpenDraft;
  readonly activity: OpenActivity;
};

export const openDesk = (records: Records, task: Task): Desk => ({
  task,
  draft: openDraft(records, task.id, task.starter),
  activity: openActivity(records, task.id),
});

export const hasPassed = ({ activity }: Desk): boolean => stateOf(activity.current(), false) === "passed";

/** Begun, not evaluated since the text was last changed. */
export function isWaiting({ draft, activity }: Desk): boolean {
  const written = draft.time();
  const evaluated = activity.current().attempts.at(-1)?.time ?? -Infinity;
  return written !== null && written > evaluated;
}
