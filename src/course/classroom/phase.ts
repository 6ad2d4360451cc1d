import type { Lab } from "./lab.ts";
import { daysLate, shareKept } from "./late.ts";

export type LabTimes = Pick<Lab, "opens" | "due" | "late">;

/** Where a lab stands at an instant (milliseconds since 1970). */
export type Phase =
  | { readonly kind: "before"; readonly opensIn: number }
  | { readonly kind: "open"; readonly left: number }
  /** A hand-in of that instant is so many days late, begun, and keeps that share of its points (from 0 to 1). */
  | { readonly kind: "late"; readonly days: number; readonly kept: number }
  /** A hand-in does not count any more. */
  | { readonly kind: "closed" };

export function phaseOf(lab: LabTimes, now: number): Phase {
  if (now < lab.opens) return { kind: "before", opensIn: lab.opens - now };
  if (now <= lab.due) return { kind: "open", left: lab.due - now };
  const kept = shareKept(lab, now);
  return kept === 0 ? { kind: "closed" } : { kind: "late", days: daysLate(lab, now), kept };
}

/** The last instant at which a hand-in counts; null where it always does. Days have 24 hours. */
export function countsUntil({ due, late }: LabTimes): number | null {
  if (late === undefined) return null;
  const paid = late.percentPerDay === 0 ? late.days : Math.ceil(100 / late.percentPerDay) - 1;
  return due + Math.min(late.days, paid) * 24 * 60 * 60 * 1000;
}
