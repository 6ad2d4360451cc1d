import type { Counterexample } from "../exercise/verdict.ts";
import { callsView } from "./calls-view.ts";
import { differenceView } from "./difference.ts";
import type { Context } from "./facts.ts";
import type { Strings } from "./strings.ts";
import { valueView } from "./value-view.ts";
import type { CaseView } from "./view.ts";

/** The smallest failing case: its name, input, both answers, where they part, and what else is to be known. */
export function caseView(
  counterexample: Counterexample,
  { exercise, statement }: Context,
  strings: Strings,
): CaseView {
  const { cases, values } = strings;
  const { origin, name, index, input, expected, actual, difference, shrinks, needsHistory, calls } =
    counterexample;
  const sentence = Object.hasOwn(statement.cases, name) ? statement.cases[name] : undefined;
  return {
    title: cases.title({
      sentence: sentence === undefined ? null : strings.typeset(sentence),
      origin,
      index,
      reduced: shrinks > 0,
    }),
    inputs: input.map((value, i) => {
      const parameter = exercise.parameters[i];
      return valueView(
        parameter?.name ?? String(i + 1),
        value,
        parameter?.shape ?? { kind: "value" },
        values,
      );
    }),
    expected: valueView(cases.expected, expected, exercise.result, values),
    actual: actual === undefined ? null : valueView(cases.actual, actual, exercise.result, values),
    difference: difference === null ? null : differenceView(difference, counterexample, exercise, strings),
    calls: calls === undefined ? null : callsView(calls, strings),
    notes: [...(shrinks > 0 ? [cases.shrunk(shrinks)] : []), ...(needsHistory ? [cases.needsHistory()] : [])],
  };
}
