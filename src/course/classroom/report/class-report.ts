import type { ClassResults, GradedActivity, GradedHandIn } from "../graded.ts";

/** A file of the report: its place in the folder that grading writes, and its text. */
export type ReportFile = { readonly path: string; readonly text: string };

/** What the hand-in has for an activity; null where it has nothing at all. */
export const gradedOf = ({ activities }: GradedHandIn, id: string): GradedActivity | null =>
  activities.find((activity) => activity.id === id) ?? null;

/** Numbers that more than one student gave. */
export function sharedNumbers({ handIns }: Pick<ClassResults, "handIns">): ReadonlySet<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const { student } of handIns) (seen.has(student.number) ? shared : seen).add(student.number);
  return shared;
}
