import { z } from "zod";
import { partSchema } from "./parts.ts";
import { text } from "./text.ts";

/** An activity that is not code, as its file `content/fr/activities/<id>.yaml` holds it. */
export const activityDefinition = z.strictObject({
  /** `01.3`, or `03.4 bis` for one that goes with an exercise. */
  number: z.string().regex(/^\d\d\.\d+( bis| ter)?$/),
  title: text,
  /** One sentence for lists. */
  summary: text,
  level: z.int().min(1).max(5),
  points: z.int().positive(),
  /** In the order in which they are done. */
  parts: z.array(partSchema).min(1),
  /** What one keeps of it, shown when everything is right. */
  lesson: text,
});

export type ActivityDefinition = z.infer<typeof activityDefinition>;

/** The name of an activity in the records: `activites/01.3-les-etapes-d-une-requete`. */
export const recordId = (id: string): string => `${recordFolder}${id}`;
export const recordFolder = "activites/";
