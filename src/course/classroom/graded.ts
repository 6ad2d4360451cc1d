import { z } from "zod";
import { verdictSchema } from "../exercise/verdict.ts";
import { studentSchema } from "./hand-in.ts";

/** An activity of a hand-in, graded afresh: plain JSON, one line of the file that grading appends to. */
const gradedActivity = z.strictObject({
  /** `03.1`. */
  number: z.string(),
  /** The name of its record, `ipv4/checksum`. */
  id: z.string(),
  /** Of the lab's points for it, from 0 to 1, before lateness: a part where stages or items are right. */
  share: z.number().min(0).max(1),
  /** `missing`: nothing was handed in; `ungraded`: the grader failed, a person has to look. */
  state: z.enum(["passed", "partial", "failed", "missing", "ungraded"]),
  /** Of code; null for an activity that is not. */
  verdict: verdictSchema.nullable(),
  /** What explains the wrong answer, by name: of the exercise, a general one, or `part/item:option` of an activity. */
  mistakes: z.array(z.string()),
  /** What the student's workbook said; null when it said nothing. */
  claimed: z.boolean().nullable(),
  /** False when the claim is not what grading gave. */
  agrees: z.boolean(),
  attempts: z.int().nonnegative(),
  hints: z.int().nonnegative(),
  /** Whether the solution was shown before success. */
  solutionShown: z.boolean(),
  /** From first to last attempt with pauses of at most 15 minutes counted, in ms; 0 for one attempt. */
  time: z.number().nonnegative(),
  /** The text that counts; null for none. Similar sources are looked for in it. */
  source: z.string().nullable(),
});

/** A hand-in, graded. Same files, same lab, same seed: the same bytes of JSON. */
export const gradedHandInSchema = z.strictObject({
  /** Where it was found: `remises.zip/DUPONT Jean_1234_assignsubmission_file/tp3-DUPONT-22301234.prip.json`. */
  path: z.string(),
  /** The student's other files for this lab, which do not count: made before, or at the same time and named before. */
  others: z.array(z.strictObject({ path: z.string(), made: z.number() })),
  lab: z.string(),
  student: studentSchema,
  /** Milliseconds since 1970, by the student's clock. */
  made: z.number(),
  /** Share of the points that its lateness leaves, from 0 to 1. */
  kept: z.number().min(0).max(1),
  daysLate: z.int().nonnegative(),
  activities: z.array(gradedActivity),
});

/** Something about a file that a person should know. The rest is graded. */
export const problemSchema = z.strictObject({
  path: z.string(),
  /** Empty while it is not known whose file it is. */
  number: z.string(),
  code: z.enum([
    "broken-zip",
    "not-json",
    "not-ours",
    "newer-version",
    "damaged",
    "changed-by-hand",
    "other-lab",
    "unknown-activity",
    "unknown-version",
    "same-number",
    "claim-differs",
    "out-of-memory",
    "timeout",
    "internal-error",
    "too-large",
    "unreadable",
    "odd-date",
  ]),
  /** Of the activity, where one is meant; else empty. */
  activity: z.string(),
  /**
   * Data, no prose: the field (`damaged`), the other lab (`other-lab`), the names (`same-number`), the version handed
   * in (`unknown-version`, `newer-version`), bytes (`too-large`), the claim (`claim-differs`: `passed` or `failed`),
   * what the grader said (`internal-error`), why it could not be read (`unreadable`); else empty.
   */
  detail: z.string(),
});

export type GradedActivity = z.infer<typeof gradedActivity>;
export type GradedHandIn = z.infer<typeof gradedHandInSchema>;
export type Problem = z.infer<typeof problemSchema>;

/** What reports say of an activity without looking into its folder. */
export type ActivityFacts = {
  readonly number: string;
  readonly id: string;
  readonly title: string;
  /** Points that the lab gives. */
  readonly points: number;
};

/** All that the tables and pages of a class are made of. */
export type ClassResults = {
  readonly lab: { readonly number: string; readonly title: string; readonly due: number };
  readonly seed: number;
  readonly activities: readonly ActivityFacts[];
  /**
   * By student number, then name: one a student; two students with one number are both here, and in `problems`. Can
   * be gone through again and again; on the command line that reads a file, so nobody keeps it whole.
   */
  readonly handIns: Iterable<GradedHandIn>;
  readonly problems: readonly Problem[];
};

/** Points after lateness, to two decimals. */
export const pointsFor = (
  { kept }: Pick<GradedHandIn, "kept">,
  share: number,
  { points }: Pick<ActivityFacts, "points">,
): number => Math.round(kept * share * points * 100) / 100;
