import { z } from "zod";
import { handedKey, studentKey } from "../progress/keys.ts";
import type { Records } from "../progress/records.ts";
import type { WriteResult } from "../progress/storage.ts";
import { studentSchema, type Student } from "./hand-in.ts";

const record = z.strictObject({ format: z.literal(1), student: studentSchema });

/** Who hands in from this browser; null as long as nobody said. */
export const keptStudent = (records: Records): Student | null =>
  records.read(studentKey, record)?.student ?? null;

export const keepStudent = (records: Records, student: Student): WriteResult =>
  records.write(studentKey, { format: 1, student });

export const sameStudent = (a: Student, b: Student): boolean =>
  a.name === b.name && a.number === b.number && a.group === b.group;

/** The last file that was made for a lab. */
const handed = z.strictObject({
  format: z.literal(1),
  file: z.string(),
  /** Milliseconds since 1970. */
  made: z.number(),
});
export type LastHandIn = Pick<z.infer<typeof handed>, "file" | "made">;

export const lastHandIn = (records: Records, lab: string): LastHandIn | null =>
  records.read(handedKey(lab), handed);

export const noteHandIn = (records: Records, lab: string, { file, made }: LastHandIn): WriteResult =>
  records.write(handedKey(lab), { format: 1, file, made });
