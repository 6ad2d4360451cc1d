import { crc32 } from "../progress/checksum.ts";

/** A file of an exercise or activity: its name in its folder, and its text. */
export type GradedFile = { readonly name: string; readonly text: string };

/** The files of an exercise's folder that decide a verdict: cases, reference, stages, points. */
export const decidesVerdict = (name: string): boolean => /^exercise(-[\w-]+)?\.ts$/.test(name);

/**
 * The version of an activity: eight hex digits that change when a file that grades it changes. The order of the files
 * and the ends of their lines (a Windows clone) do not matter. What they import from `src/net` is not in it: the
 * version of the workbook stands for that.
 */
export function activityVersion(files: readonly GradedFile[]): string {
  const sorted = files.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return crc32(JSON.stringify(sorted.map(({ name, text }) => [name, text.replaceAll("\r\n", "\n")])));
}

/** What a lab can list: exercises, activities that are not code, repairs. */
export type KnownActivity = {
  /** Its name in the records: `ipv4/checksum`, `activites/01.3-les-etapes-d-une-requete`. */
  readonly id: string;
  /** `03.1`, `03.4 bis`. */
  readonly number: string;
  /** The most that it brings on the workbook's own scale. */
  readonly points: number;
  readonly version: string;
};
