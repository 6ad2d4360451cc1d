import type { State } from "./activity.ts";
import { activityKey, draftKeys } from "./keys.ts";
import type { RecordStorage } from "./storage.ts";

/**
 * How far an exercise is, for a mark beside its name: read with as little code as possible, since every page loads
 * it. It asks the record one question, whether an attempt passed; a damaged record counts as begun.
 */
export function markOf(storage: RecordStorage, exercise: string): State {
  const text = storage.read(activityKey(exercise));
  if (text !== null && hasPassed(text)) return "passed";
  return text !== null || storage.keys().some((key) => key.startsWith(draftKeys(exercise)))
    ? "started"
    : "none";
}

function hasPassed(text: string): boolean {
  try {
    const attempts = member(JSON.parse(text), "attempts");
    return Array.isArray(attempts) && attempts.some((one) => member(one, "kind") === "passed");
  } catch {
    return false;
  }
}

const member = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
