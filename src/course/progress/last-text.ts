import { draftKeys } from "./keys.ts";
import type { RecordStorage } from "./storage.ts";

/**
 * The text typed last, for paper: read with as little code as possible, since every page with exercises loads it.
 * Null when there is none that can be read.
 */
export function lastText(storage: RecordStorage, exercise: string): string | null {
  const drafts = storage
    .keys()
    .filter((key) => key.startsWith(draftKeys(exercise)))
    .flatMap((key) => textAndTime(storage.read(key) ?? ""));
  return drafts.toSorted((a, b) => b.time - a.time)[0]?.text ?? null;
}

function textAndTime(json: string): readonly { text: string; time: number }[] {
  try {
    const record: unknown = JSON.parse(json);
    if (typeof record !== "object" || record === null || !("text" in record && "time" in record)) return [];
    const { text, time } = record;
    return typeof text === "string" && typeof time === "number" ? [{ text, time }] : [];
  } catch {
    return [];
  }
}
