import type { Verdict } from "#course/exercise/verdict.ts";
import { renderVerdict } from "#course/feedback/render.ts";
import { verdictText } from "#course/feedback/text.ts";
import type { Found } from "./find-exercise.ts";
import { statementOf } from "./statement-of.ts";
import type { Terminal } from "./terminal.ts";

/** The verdict in words, for a terminal. */
export async function say(verdict: Verdict, { id, exercise }: Found, terminal: Terminal): Promise<string> {
  const statement = await statementOf(id);
  return verdictText(renderVerdict(verdict, { exercise, statement }), terminal);
}
