import type { Problem } from "../graded.ts";
import { readHandIn, type HandIn, type Student } from "../hand-in.ts";
import type { Found } from "./unpack.ts";

/** What is kept of a hand-in while the others are read: not its texts. */
export type Receipt = {
  readonly path: string;
  readonly lab: string;
  readonly student: Student;
  /** Milliseconds since 1970, by the student's clock. */
  readonly made: number;
  /** False when it was changed since the workbook made it: that is reported, and it is graded. */
  readonly intact: boolean;
};

export type ReadFound =
  | { readonly ok: true; readonly receipt: Receipt; readonly handIn: HandIn }
  | { readonly ok: false; readonly problem: Problem };

/** Reads a file as a hand-in. Never throws, whatever it holds. */
export function readFound(found: Found): ReadFound {
  if (found.kind === "problem") return { ok: false, problem: found.problem };
  const { path } = found;
  const read = readSafely(new TextDecoder().decode(found.bytes));
  const refused = (code: Problem["code"], detail: string): ReadFound => ({
    ok: false,
    problem: { path, number: "", code, activity: "", detail },
  });
  if (!read.ok) return refused(read.code, read.detail);
  const { lab, student, made } = read.handIn;
  // ECMA-262, « Time Values »: beyond it there is no date to print.
  if (Math.abs(made) > 8.64e15) return refused("damaged", "made");
  return { ok: true, handIn: read.handIn, receipt: { path, lab, student, made, intact: read.intact } };
}

/** Brackets nested thousands deep exhaust the stack of the schema: such a file is damaged. */
function readSafely(text: string): ReturnType<typeof readHandIn> {
  try {
    return readHandIn(text);
  } catch {
    return { ok: false, code: "damaged", detail: "" };
  }
}
