import { encodeValue } from "../../course/exercise/value.ts";

/** A value in one line, for an author: at most 200 characters of the JSON that verdicts use. */
export function show(value: unknown): string {
  const text = JSON.stringify(encodeValue(value));
  return text.length <= 200 ? text : `${text.slice(0, 199)}…`;
}
