import type { Lab } from "./lab.ts";

const day = 24 * 60 * 60 * 1000;

/** Days begun after the due date; 0 in time. Instants in milliseconds since 1970. */
export const daysLate = (lab: Pick<Lab, "due">, handedIn: number): number =>
  Math.max(0, Math.ceil((handedIn - lab.due) / day));

/** The share of the points that a hand-in of that instant keeps, from 0 to 1. */
export function shareKept(lab: Pick<Lab, "due" | "late">, handedIn: number): number {
  const days = daysLate(lab, handedIn);
  if (days === 0 || lab.late === undefined) return 1;
  if (days > lab.late.days) return 0;
  return Math.max(0, 100 - days * lab.late.percentPerDay) / 100;
}
