import type { Student } from "../hand-in.ts";
import { numberKey } from "../intake/choose.ts";
import type { ClassResults, GradedActivity, GradedHandIn } from "../graded.ts";

/** A file of the report: its place in the folder that grading writes, and its text. */
export type ReportFile = { readonly path: string; readonly text: string };

/** What the hand-in has for an activity; null where it has nothing at all. */
export const gradedOf = ({ activities }: GradedHandIn, id: string): GradedActivity | null =>
  activities.find((activity) => activity.id === id) ?? null;

/** Numbers (see `numberKey`) that more than one student gave. */
export function sharedNumbers({ handIns }: Pick<ClassResults, "handIns">): ReadonlySet<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const { student } of handIns) (seen.has(numberKey(student)) ? shared : seen).add(numberKey(student));
  return shared;
}

/**
 * The places of the students' own pages, asked for in the order of the hand-ins: `remises/22301234.html`; for the next
 * one with that number, `remises/22301234~2.html`. Upper and lower case are one, as on Windows and macOS.
 */
export function pagePaths(): (student: Student) => string {
  const seen = new Map<string, number>();
  return (student) => {
    const times = (seen.get(numberKey(student)) ?? 0) + 1;
    seen.set(numberKey(student), times);
    return `remises/${student.number}${times === 1 ? "" : `~${times}`}.html`;
  };
}
