import type { EncodedValue } from "../exercise/value.ts";
import type { EncodedCalls } from "../exercise/verdict.ts";
import { callsView } from "./calls-view.ts";
import type { FeedbackFacts } from "./facts.ts";
import { fr } from "./fr/index.ts";
import { printedView } from "./render.ts";
import { oneLine } from "./said.ts";
import type { Strings } from "./strings.ts";
import { valueView } from "./value-view.ts";
import type { TrialView } from "./view.ts";

/** What one input of « Essayer » gave. */
export type TrialFacts = {
  readonly input: readonly EncodedValue[];
  readonly actual: EncodedValue;
  readonly stopped: "out-of-budget" | "out-of-memory" | "not-accepted" | null;
  readonly printed: string;
  readonly printedCut: number;
  readonly calls?: EncodedCalls | undefined;
};

/** Says in words what one input gave, without judging it. */
export function renderTrial(trial: TrialFacts, exercise: FeedbackFacts, strings: Strings = fr): TrialView {
  const { values, cases } = strings;
  const sentence = sentenceOf(trial, strings);
  return {
    inputs: trial.input.map((value, i) => {
      const parameter = exercise.parameters[i];
      return valueView(
        parameter?.name ?? String(i + 1),
        value,
        parameter?.shape ?? { kind: "value" },
        values,
      );
    }),
    actual: sentence === null ? valueView(cases.actual, trial.actual, exercise.result, values) : null,
    sentence,
    calls: trial.calls === undefined ? null : callsView(trial.calls, strings),
    printed: printedView(trial, strings),
  };
}

function sentenceOf({ actual, stopped }: TrialFacts, { cases: { trial } }: Strings): string | null {
  switch (stopped) {
    case "out-of-budget":
      return trial.outOfBudget();
    case "out-of-memory":
      return trial.outOfMemory();
    case "not-accepted":
      return trial.notAccepted();
    case null:
      return thrown(actual, trial);
  }
}

function thrown(actual: EncodedValue, words: Strings["cases"]["trial"]): string | null {
  if (typeof actual !== "object" || actual === null || !("$thrown" in actual)) return null;
  const { $thrown, message } = actual as Readonly<Record<string, EncodedValue>>;
  return typeof $thrown === "string"
    ? words.threw($thrown, typeof message === "string" ? oneLine(message) : "")
    : null;
}
