import { z } from "zod";
import { crc32 } from "../progress/checksum.ts";
import { parseJson } from "../progress/records.ts";
import { workSchema, type Work } from "../progress/works.ts";

/** Who hands in, as typed once. */
export const studentSchema = z.strictObject({
  name: z.string().trim().min(1).max(200),
  /** The university's number of the student; text, since it may begin with zeros or a letter. */
  number: z
    .string()
    .trim()
    .regex(/^[\w-]{1,40}$/),
  group: z.string().trim().max(80),
});

/** What the student's own workbook said last: compared with the teacher's verdict, never trusted. */
const claimSchema = z.strictObject({
  passed: z.boolean(),
  /** Of the points of the exercise, by the workbook's own scale. */
  points: z.number().nonnegative(),
  seed: z.int().nonnegative(),
});

const handedActivity = z.strictObject({
  /** `ipv4/checksum`, or the record of an activity that is not code. */
  id: z.string().min(1),
  /** Of the exercise folder that the student had: see `activityVersion`. */
  version: z.string(),
  claim: claimSchema.nullable(),
  /** Texts, answers, attempts, hints: all that the workbook kept, so that the file can be opened again elsewhere. */
  work: workSchema,
});

const contents = z.strictObject({
  lab: z.string().min(1),
  student: studentSchema,
  /** Milliseconds since 1970, by the student's clock. */
  made: z.number(),
  /** Version of the workbook. */
  workbook: z.string(),
  activities: z.array(handedActivity),
});

const fileSchema = z.object({
  format: z.literal("prip-remise"),
  version: z.int(),
  /** CRC-32 of `JSON.stringify` of the contents: notices damage, not forgery. */
  checksum: z.string(),
  contents: z.unknown(),
});

export type Student = z.infer<typeof studentSchema>;
export type HandedActivity = z.infer<typeof handedActivity>;
export type HandIn = z.infer<typeof contents>;

/** The hand-in as the text of one file that a person can read. */
export function writeHandIn(handIn: HandIn): string {
  const checksum = crc32(JSON.stringify(handIn));
  return JSON.stringify({ format: "prip-remise", version: 1, checksum, contents: handIn }, null, 1);
}

/** Why a file is no hand-in. */
export type HandInProblem = "not-json" | "not-ours" | "newer-version" | "damaged";

export type ReadHandIn =
  | {
      readonly ok: true;
      readonly handIn: HandIn;
      /** False when the file was changed since the workbook made it. */
      readonly intact: boolean;
    }
  | { readonly ok: false; readonly code: HandInProblem; readonly detail: string };

/** Reads the text of a hand-in file. Never throws. */
export function readHandIn(text: string): ReadHandIn {
  const json = parseJson(text.replace(/^\uFEFF/, ""));
  if (json === undefined) return { ok: false, code: "not-json", detail: "" };
  const file = fileSchema.safeParse(json);
  if (!file.success) return { ok: false, code: "not-ours", detail: "" };
  if (file.data.version !== 1) return { ok: false, code: "newer-version", detail: String(file.data.version) };
  const handIn = contents.safeParse(file.data.contents);
  if (!handIn.success) {
    const place = handIn.error.issues[0]?.path.map(String).join(".") ?? "";
    return { ok: false, code: "damaged", detail: place };
  }
  const intact = crc32(JSON.stringify(file.data.contents)) === file.data.checksum;
  return { ok: true, handIn: handIn.data, intact };
}

/** `tp3-DUPONT-22301234.prip.json`, with nothing that a file system or a spreadsheet trips over. */
export function handInFileName({ lab, student }: Pick<HandIn, "lab" | "student">): string {
  const name = student.name
    .normalize("NFD")
    .replace(/\p{Mark}/gu, "")
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return `${lab}-${name === "" ? "ANONYME" : name}-${student.number}.prip.json`;
}

/** The text that counts: the newest version; null when nothing was written. */
export const handedText = ({ drafts }: Pick<Work, "drafts">): string | null => drafts[0]?.text ?? null;
