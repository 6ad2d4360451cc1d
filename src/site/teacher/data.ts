import { z } from "zod";
import { factsSchema } from "../exercise/facts.ts";

const file = z.object({ name: z.string(), text: z.string() });

/** What the page fetches before it grades: the workbook's files as they are, and facts that need its code. */
export const teacherDataSchema = z.object({
  known: z.array(z.object({ id: z.string(), number: z.string(), points: z.number(), version: z.string() })),
  /** `content/labs`, `content/fr/activities`, `content/fr/pannes`, by file name without its ending. */
  labs: z.array(file),
  activities: z.array(file),
  repairs: z.array(file),
  exercises: z.array(
    z.object({
      id: z.string(),
      facts: factsSchema.pick({ number: true, entry: true, parameters: true, result: true }),
      /** The front matter of the statement. */
      statement: z.string(),
      starter: z.string(),
    }),
  ),
});

export type TeacherData = z.infer<typeof teacherDataSchema>;

/** Fetches it from this site. Throws when it does not come or is not what was built. */
export async function fetchTeacherData(address: string): Promise<TeacherData> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return teacherDataSchema.parse(await response.json());
}
