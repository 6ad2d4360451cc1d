import { z } from "zod";
import { preferencesKey } from "./keys.ts";
import type { Records } from "./records.ts";
import type { WriteResult } from "./storage.ts";

const schema = z.strictObject({ format: z.literal(1), editor: z.enum(["full", "simple"]).nullable() });

/** `full` is Monaco, `simple` the plain text area; null: the learner has not chosen. One choice for all exercises. */
export type EditorChoice = "full" | "simple" | null;

export const editorChoice = (records: Records): EditorChoice =>
  records.read(preferencesKey, schema)?.editor ?? null;

export const chooseEditor = (records: Records, editor: EditorChoice): WriteResult =>
  records.write(preferencesKey, { format: 1, editor });
