import { z } from "zod";
import { earlierKey, earlierKeys } from "./keys.ts";
import { exerciseId } from "./names.ts";
import type { Records } from "./records.ts";
import type { WriteResult } from "./storage.ts";

/** A text that was given up on purpose and can be taken back. */
export const earlierSchema = z.strictObject({
  format: z.literal(1),
  exercise: exerciseId,
  text: z.string(),
  /** When it was given up, in milliseconds since 1970. */
  time: z.number(),
});

export type Earlier = z.infer<typeof earlierSchema>;

const most = 20;

/** Newest first. */
export function earlierTexts(records: Records, exercise: string): readonly Earlier[] {
  const found = keysOf(records, exercise).map((key) => records.read(key, earlierSchema));
  return found.filter((one) => one !== null).toSorted((a, b) => b.time - a.time);
}

/** Keeps a text; the oldest beyond twenty go. The same text is kept once. `time`: when it was given up. */
export function keepEarlier(
  records: Records,
  exercise: string,
  text: string,
  time: number = records.now(),
): WriteResult {
  if (earlierTexts(records, exercise).some((one) => one.text === text)) return "written";
  const taken = new Set(keysOf(records, exercise));
  let count = 0;
  const key = (): string =>
    earlierKey(exercise, `${String(time).padStart(14, "0")}-${records.writer}-${String(count)}`);
  while (taken.has(key())) count += 1;
  const record: Earlier = { format: 1, exercise, text, time };
  const result = records.write(key(), record);
  const all = [...taken, key()].toSorted();
  if (result === "written")
    for (const old of all.slice(0, Math.max(0, all.length - most))) records.storage.remove(old);
  return result;
}

const keysOf = (records: Records, exercise: string): readonly string[] =>
  records.storage.keys().filter((key) => key.startsWith(earlierKeys(exercise)));
