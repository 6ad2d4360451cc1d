import { readFile, type ReadFile } from "../progress/works-file.ts";
import { readHandIn } from "./hand-in.ts";

/** What a file of works holds, or why it cannot be read. `damaged`: a hand-in that says what no workbook writes. */
export type ReadWorks = ReadFile | { readonly ok: false; readonly code: "damaged" };

/**
 * Reads a file that a student brings back: a hand-in (`tp3-….prip.json`) or the export of « Mes travaux ». Both hold
 * works, to be merged by `importWorks`. Never throws.
 */
export function readWorks(text: string): ReadWorks {
  const read = readHandIn(text);
  if (read.ok) {
    const { made, activities } = read.handIn;
    const works = activities.map(({ work }) => work);
    return { ok: true, works, exported: isoDate(made), intact: read.intact, unreadable: 0 };
  }
  return read.code === "not-ours" ? readFile(text) : { ok: false, code: read.code };
}

/** ISO 8601; empty for what is no date. */
const isoDate = (time: number): string => {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? "" : date.toISOString();
};
