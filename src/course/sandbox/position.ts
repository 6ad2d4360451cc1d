import type { Position } from "../exercise/candidate.ts";

/** The name under which the learner's module runs; stack traces are searched for it. */
export const moduleName = "exercise.ts";

/**
 * The innermost place in the learner's text that a stack trace of the engine names. The engine counts columns in
 * code points. A stack is the learner's to change: a place outside the text is none.
 */
export function innermostPosition(stack: string, code: string): Position | null {
  for (const line of stack.split("\n")) {
    const found = /\bexercise\.ts:(\d{1,7}):(\d{1,7})\)?$/.exec(line);
    if (found === null) continue;
    const text = code.split("\n", Number(found[1])).at(Number(found[1]) - 1);
    const before = [...(text ?? "")].slice(0, Number(found[2]) - 1);
    return text === undefined ? null : { line: Number(found[1]), column: before.join("").length + 1 };
  }
  return null;
}
