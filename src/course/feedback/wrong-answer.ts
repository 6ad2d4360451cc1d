import type { EncodedValue } from "../exercise/value.ts";
import type { Counterexample, Difference } from "../exercise/verdict.ts";
import { isNothing, placeOf } from "./difference.ts";
import type { FeedbackFacts, ShapeFacts } from "./facts.ts";
import type { Strings } from "./strings.ts";
import { shortText } from "./value-text.ts";

/** The sentence of a wrong answer: as near to the values as one line allows. */
export function wrongAnswer(
  counterexample: Counterexample | null,
  exercise: FeedbackFacts,
  strings: Strings,
): string {
  const { wrong } = strings;
  const input = wrong.input(exercise.parameters.map(({ name }) => name));
  if (counterexample === null) return wrong.unlike(input);
  const { difference, expected, actual } = counterexample;
  const place = difference === null ? null : placeOf(difference);
  if (place !== null && place.argument !== null) {
    return wrong.argumentChanged(exercise.parameters[place.argument]?.name ?? String(place.argument + 1));
  }
  const [want, got] = [expected, actual].map((value) =>
    value === undefined ? null : shortText(value, exercise.result, strings.values),
  );
  if (typeof want === "string" && isThrown(expected)) {
    return wrong.notThrown({ input, expected: want, actual: got ?? "…" });
  }
  if (typeof want === "string") {
    const field = fieldOf(exercise.result);
    if (isNothing(actual)) return wrong.nothing({ input, field, expected: want });
    if (typeof got === "string") return wrong.answer({ input, field, expected: want, actual: got });
  }
  return (difference === null ? null : inside(difference, input, strings)) ?? wrong.unlike(input);
}

function inside(difference: Difference, input: string, strings: Strings): string | null {
  const { wrong } = strings;
  const { path } = placeOf(difference);
  const { offset, field = null } = difference;
  const [expected, actual] = [difference.expected, difference.actual];
  const shape: ShapeFacts = offset === undefined ? { kind: "value" } : { kind: "uint", bits: 8, base: 16 };
  const facts = {
    expected: shortText(expected, shape, strings.values),
    actual: shortText(actual, shape, strings.values),
  };
  if (offset !== undefined) {
    const place = { input, path, offset, field };
    if (isNothing(actual)) return wrong.byteMissing(place);
    if (isNothing(expected)) return wrong.byteTooMany(place);
    return wrong.byte({ ...place, expected: facts.expected ?? "…", actual: facts.actual ?? "…" });
  }
  if (path === "") return null;
  if (isNothing(actual)) return wrong.memberMissing({ input, path });
  if (isNothing(expected)) return wrong.memberTooMany({ input, path });
  if (facts.expected === null || facts.actual === null) return null;
  return wrong.member({ input, path, expected: facts.expected, actual: facts.actual });
}

const isThrown = (value: EncodedValue): boolean =>
  typeof value === "object" && value !== null && "$thrown" in value;

const fieldOf = (shape: ShapeFacts): string | null => (shape.kind === "uint" ? (shape.field ?? null) : null);
