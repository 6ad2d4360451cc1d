import { z } from "zod";

/** `03.1`, `03.4 bis`: how teachers and students call an activity, code or not. */
export const activityNumber = z.string().regex(/^\d\d\.\d+( bis| ter)?$/);

/** An instant to the minute with its distance from UTC, `2027-01-25T20:00+01:00`; milliseconds since 1970. */
const instant = z.iso
  .datetime({ offset: true, precision: -1, abort: true })
  .transform((text) => Date.parse(text));

/** A number, which the file gives as text: `2`, `2.5`. */
const decimal = z
  .string()
  .regex(/^\d+(\.\d+)?$/)
  .transform(Number);

/** What a late hand-in loses: a share of its points for each day begun, until it is no longer taken. */
const latePolicy = z.strictObject({
  /** Percent of the points, for each day begun after the due date. */
  percentPerDay: decimal.pipe(z.number().max(100)),
  /** Days after the due date in which a hand-in still counts. */
  days: decimal.pipe(z.int().max(366)),
});

const labActivity = z.strictObject({
  activity: activityNumber,
  points: decimal.pipe(z.number().positive().max(1000)),
});

/** A weekly lab (TP), as its file `content/labs/<number>.yaml` holds it: every scalar of the file is a text. */
export const labSchema = z
  .strictObject({
    /** `tp3`, also the name of the file. */
    number: z.string().regex(/^tp\d{1,3}$/),
    title: z.string().min(1),
    /** What one does in it, one sentence. */
    summary: z.string().min(1),
    opens: instant,
    due: instant,
    /** Without it, nothing is taken off and a hand-in always counts. */
    late: latePolicy.optional(),
    activities: z.array(labActivity).min(1),
  })
  .refine(({ opens, due }) => opens < due, { path: ["due"], params: { code: "due-before-opens" } })
  .superRefine(({ activities }, context) => {
    activities.forEach(({ activity }, at) => {
      if (activities.findIndex((other) => other.activity === activity) < at)
        context.addIssue({
          code: "custom",
          path: ["activities", at, "activity"],
          params: { code: "activity-twice" },
        });
    });
  });

export type Lab = z.infer<typeof labSchema>;
export type LatePolicy = z.infer<typeof latePolicy>;

/**
 * What an activity brings in a lab: the points earned on the workbook's scale (of `most` there), on the lab's scale (of
 * `points` there). Not rounded.
 */
export const pointsInLab = (earned: number, most: number, points: number): number =>
  most === 0 ? 0 : (Math.min(earned, most) / most) * points;

/** The most that a lab can give. */
export const pointsInAll = ({ activities }: Lab): number =>
  activities.reduce((sum, { points }) => sum + points, 0);
