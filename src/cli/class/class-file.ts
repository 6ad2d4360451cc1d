import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { problemSchema } from "#course/classroom/graded.ts";
import { parseJson } from "#course/progress/records.ts";

/** Its name in the folder of results. It is written last: a folder without it is not finished. */
export const classFile = "classe.json";
export const copiesFile = "copies.ndjson";
/** Where the students' pages are, as `reportFiles` names them. */
export const pageFolder = "remises";

const activity = z.strictObject({
  number: z.string(),
  id: z.string(),
  title: z.string(),
  points: z.number(),
});

/** What the results of a class are besides its graded hand-ins, which are in `copies.ndjson`. */
const classSchema = z.strictObject({
  format: z.literal("prip-classe"),
  version: z.literal(1),
  lab: z.strictObject({ number: z.string(), title: z.string(), due: z.number() }),
  seed: z.int(),
  activities: z.array(activity),
  /** What decides verdicts, so that parts of different origin are not joined. */
  basis: z.string(),
  shard: z.strictObject({ index: z.int().nonnegative(), of: z.int().positive() }).nullable(),
  /** Of files that are not graded, and of what was seen before grading. */
  problems: z.array(problemSchema),
});

export type ClassFile = z.infer<typeof classSchema>;

export const writeClassFile = (folder: string, contents: Omit<ClassFile, "format" | "version">): void =>
  writeFileSync(
    join(folder, classFile),
    `${JSON.stringify({ format: "prip-classe", version: 1, ...contents })}\n`,
  );

/** Null when the folder holds no finished results. */
export function readClassFile(folder: string): ClassFile | null {
  try {
    const parsed = classSchema.safeParse(parseJson(readFileSync(join(folder, classFile), "utf8")));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
