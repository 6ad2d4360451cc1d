import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { handInFileName, writeHandIn, type Student } from "#course/classroom/hand-in.ts";
import { pointsInAll, pointsInLab } from "#course/classroom/lab.ts";
import { isEmpty, makeHandIn } from "#course/classroom/make-hand-in.ts";
import { phaseOf } from "#course/classroom/phase.ts";
import type { Records } from "#course/progress/records.ts";
import { folderError } from "./folder-error.ts";
import type { OpenLab } from "./lab-file.ts";
import { sentences } from "./sentences.fr.ts";

const packageFile = new URL("../../../package.json", import.meta.url);

/**
 * Writes the hand-in of a lab into the folder, from all that the records hold, and says what is in it. A file of the
 * same student and lab is written anew. Throws UsageError.
 */
export function handIn(
  folder: string,
  records: Records,
  { lab, activities }: OpenLab,
  student: Student,
  say: (text: string) => void,
): void {
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(packageFile, "utf8")));
  const made = makeHandIn(records, { lab: lab.number, student, workbook: version, activities });
  const path = join(folder, handInFileName(made));
  try {
    writeFileSync(path, `${writeHandIn(made)}\n`);
  } catch (error) {
    throw folderError(path, error);
  }
  const rows = made.activities.map((handed, at) => {
    const { number = "", points: most = 0 } = activities[at] ?? {};
    const points = lab.activities[at]?.points ?? 0;
    const earned = pointsInLab(handed.claim?.points ?? 0, most, points);
    return sentences.handedIn.row(number, isEmpty(handed) ? null : earned, points);
  });
  say(sentences.handedIn.list(path, rows, pointsInAll(lab)));
  say(sentences.handedIn.when(phaseOf(lab, made.made)));
}
