import type { Work } from "../progress/works.ts";
import { readFile } from "../progress/works-file.ts";
import { readHandIn, type HandInProblem, type Student } from "./hand-in.ts";

/** Works from a file of the workbook, whichever of the two kinds it is. */
export type ReadImport =
  | {
      readonly ok: true;
      /** Who handed in for what; null for an export of « Mes travaux ». */
      readonly handIn: { readonly lab: string; readonly student: Student } | null;
      /** Milliseconds since 1970; NaN when the file gives no date. */
      readonly made: number;
      readonly works: readonly Work[];
      /** False when the file was changed since it was made. */
      readonly intact: boolean;
      /** How many works of the file could not be read and are left out. */
      readonly unreadable: number;
    }
  /** `detail`: the place of the damage. */
  | { readonly ok: false; readonly code: HandInProblem; readonly detail: string };

/** Reads an export of « Mes travaux » or a hand-in file. Never throws. */
export function readImport(text: string): ReadImport {
  const handIn = readHandIn(text);
  if (handIn.ok) {
    const { lab, student, made, activities } = handIn.handIn;
    const works = activities.map(({ work }) => work);
    return { ok: true, handIn: { lab, student }, made, works, intact: handIn.intact, unreadable: 0 };
  }
  if (handIn.code !== "not-ours") return handIn;
  const file = readFile(text);
  if (!file.ok) return { ...file, detail: "" };
  const { works, exported, intact, unreadable } = file;
  return { ok: true, handIn: null, made: Date.parse(exported), works, intact, unreadable };
}
