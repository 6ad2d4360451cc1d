import { pointsOf, type Activity } from "../progress/activity.ts";
import type { Records } from "../progress/records.ts";
import { lineOf } from "../progress/totals.ts";
import { workOn } from "../progress/works.ts";
import type { KnownActivity } from "./activity-version.ts";
import { handedText, type HandedActivity, type HandIn, type Student } from "./hand-in.ts";

export type HandInOrder = {
  /** `tp3` */
  readonly lab: string;
  readonly student: Student;
  /** Version of the workbook. */
  readonly workbook: string;
  /** The lab's activities, in its order. */
  readonly activities: readonly Pick<KnownActivity, "id" | "version">[];
};

/** The hand-in of what the records hold now, with the time of their clock. */
export const makeHandIn = (
  records: Records,
  { lab, student, workbook, activities }: HandInOrder,
): HandIn => ({
  lab,
  student,
  made: records.now(),
  workbook,
  activities: activities.map(({ id, version }) => handed(records, id, version)),
});

function handed(records: Records, id: string, version: string): HandedActivity {
  const work = workOn(records, id);
  return { id, version, claim: claimOf(work.activity), work };
}

/** What the workbook said of the best attempt, the first of several; null when nothing was ever evaluated. */
function claimOf(activity: Activity): HandedActivity["claim"] {
  const [best] = activity.attempts.toSorted(
    (a, b) =>
      Number(b.kind === "passed") - Number(a.kind === "passed") || b.points - a.points || a.time - b.time,
  );
  if (best === undefined) return null;
  return { passed: best.kind === "passed", points: pointsOf(activity), seed: best.seed };
}

/** Whether nothing is handed in for it: no text, no answer. */
export const isEmpty = ({ work }: Pick<HandedActivity, "work">): boolean =>
  (handedText(work) ?? "").trim() === "";

/** Whether anything was written or evaluated in one of these activities after that instant (ms since 1970). */
export const workedSince = (records: Records, ids: readonly string[], instant: number): boolean =>
  ids.some((id) => (lineOf(records, id).last ?? instant) > instant);
