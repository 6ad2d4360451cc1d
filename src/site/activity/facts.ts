import { z } from "zod";
import { activityDefinition } from "../../course/activities/definition.ts";

/** What the page hands to the script: the JSON in `script[data-part=facts]` of a `<prip-activity>`. */
export const activityFacts = z.object({
  /** The name in the records: `activites/01.3-les-etapes-d-une-requete`. */
  id: z.string(),
  activity: activityDefinition,
});

export type ActivityFacts = z.infer<typeof activityFacts>;
