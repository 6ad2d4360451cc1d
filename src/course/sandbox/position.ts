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
    const lineNumber = Number(found[1]);
    const text = code.split("\n", lineNumber)[lineNumber - 1];
    return text === undefined ? null : { line: lineNumber, column: utf16Column(text, Number(found[2])) };
  }
  return null;
}

/** From a column in code points to one in UTF-16 code units; both count from 1. */
function utf16Column(text: string, column: number): number {
  const before = Array.from(text).slice(0, column - 1);
  return before.join("").length + 1;
}
