import { z } from "zod";
import { crc32 } from "./checksum.ts";
import { parseJson, type Records } from "./records.ts";
import { exercisesWorkedOn, workOn, workSchema, type Work } from "./works.ts";

const fileSchema = z.object({
  format: z.literal("prip-travaux"),
  version: z.int(),
  /** When it was made, ISO 8601. */
  exported: z.string(),
  /** CRC-32 of `JSON.stringify(works)`. */
  checksum: z.string(),
  works: z.array(z.unknown()),
});

/** The name under which the browser saves the file. */
export const fileName = "prip-travaux.json";

/** All works as one file, readable by a person. */
export function exportWorks(records: Records): string {
  const works = exercisesWorkedOn(records).map((exercise) => workOn(records, exercise));
  const exported = new Date(records.now()).toISOString();
  const checksum = crc32(JSON.stringify(works));
  return JSON.stringify({ format: "prip-travaux", version: 1, exported, checksum, works }, null, 1);
}

/** What a file holds, or why it cannot be read. */
export type ReadFile =
  | {
      readonly ok: true;
      readonly works: readonly Work[];
      readonly exported: string;
      /** False when the file was changed since it was made. */
      readonly intact: boolean;
      /** How many works of the file could not be read and are left out. */
      readonly unreadable: number;
    }
  | { readonly ok: false; readonly code: "not-json" | "not-ours" | "newer-version" };

export function readFile(text: string): ReadFile {
  const json = parseJson(text.replace(/^\uFEFF/, ""));
  if (json === undefined) return { ok: false, code: "not-json" };
  const file = fileSchema.safeParse(json);
  if (!file.success) return { ok: false, code: "not-ours" };
  if (file.data.version !== 1) return { ok: false, code: "newer-version" };
  const parsed = file.data.works.map((work) => workSchema.safeParse(work));
  const works = parsed.flatMap((one) => (one.success ? [one.data] : []));
  const intact = crc32(JSON.stringify(file.data.works)) === file.data.checksum;
  return { ok: true, works, exported: file.data.exported, intact, unreadable: parsed.length - works.length };
}
