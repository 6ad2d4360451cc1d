import { DEFAULT_RUNS, DEFAULT_SEED } from "#course/exercise/defaults.ts";
import type { Verdict } from "#course/exercise/verdict.ts";
import { renderVerdict } from "#course/feedback/render.ts";
import { verdictText } from "#course/feedback/text.ts";
import type { GradingClient } from "#worker/client.ts";
import type { Terminal } from "../grade/terminal.ts";
import type { Desk } from "./desk.ts";

export type Evaluated = { readonly verdict: Verdict; readonly said: string };

/**
 * Grades a text as the browser does, the cases that failed last time first. `counted`: the attempt is noted, as a
 * click on « Évaluer » is. Null when the client was closed meanwhile.
 */
export async function evaluate(
  client: GradingClient,
  { task: { id, exercise, statement }, activity }: Desk,
  source: string,
  { counted, terminal }: { readonly counted: boolean; readonly terminal: Terminal },
): Promise<Evaluated | null> {
  const extraCases = activity.kept().map((one) => [...one]);
  const verdict = await client.grade({
    exercise: id,
    source,
    seed: DEFAULT_SEED,
    runs: DEFAULT_RUNS,
    extraCases,
  });
  if (verdict.kind === "cancelled") return null;
  if (counted) activity.attempt(verdict, exercise.points, extraCases);
  return { verdict, said: verdictText(renderVerdict(verdict, { exercise, statement }), terminal) };
}
