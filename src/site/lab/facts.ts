import { z } from "zod";

/** What the page of a lab hands to its script: the JSON in `script[data-part=facts]`. */
export const labFacts = z.object({
  /** `tp3` */
  lab: z.string(),
  /** When it opens and closes, in milliseconds since 1970, and the price of lateness. */
  times: z.object({
    opens: z.number(),
    due: z.number(),
    late: z.object({ percentPerDay: z.number(), days: z.number() }).optional(),
  }),
  /** Version of the workbook. */
  workbook: z.string(),
  activities: z.array(
    z.object({ id: z.string(), number: z.string(), title: z.string(), version: z.string() }),
  ),
  /** « 03.1 La somme de contrôle » by the name of the record, for everything that the workbook has. */
  names: z.record(z.string(), z.string()),
});

export type LabFacts = z.infer<typeof labFacts>;
