import type { CallReport } from "../../../course/exercise/candidate.ts";
import { encodeValue } from "../../../course/exercise/value.ts";
import type { Engine } from "../../../course/grading/engine.ts";
import type { PlannedCase } from "../../../course/grading/plan.ts";
import { tightBudget } from "../parameters.ts";

/** What a file answers to each case, in one sandbox, as text to compare; null when it does not open. */
export async function answersOf(
  engine: Engine,
  entry: string,
  source: string,
  planned: readonly PlannedCase[],
): Promise<string[] | null> {
  const opened = await engine.open(source, entry, 1, tightBudget);
  // Another rule says so.
  if (opened.kind !== "opened") return null;
  const answers = planned.map(({ args }) => JSON.stringify(encodeOutcome(opened.candidate.call(args))));
  opened.candidate.dispose();
  return answers;
}

function encodeOutcome({ outcome }: CallReport): unknown {
  switch (outcome.kind) {
    case "returned":
      return [encodeValue(outcome.value), encodeValue(outcome.changedArguments)];
    case "threw":
      return [outcome.code, outcome.name];
    case "out-of-budget":
    case "out-of-memory":
      return outcome.kind;
  }
}
