import type { AddressPlace, Part, Question } from "./parts.ts";

/** A question with a fixed set of answers, whatever part it stands in. */
export type ChoiceItem = {
  readonly kind: "choice";
  readonly id: string;
  readonly text: string;
  readonly options: readonly string[];
  readonly right: readonly string[];
  /** All of `right` are asked for; otherwise one of them. */
  readonly several: boolean;
  readonly good: string;
  /** Explanations by the name of a wrong option. */
  readonly wrong: Readonly<Record<string, string>>;
  readonly otherwise: string | null;
  readonly missing: string | null;
};

/** What can be right or wrong in a part. */
export type Item =
  | ChoiceItem
  | { readonly kind: "address"; readonly id: string; readonly place: AddressPlace }
  | { readonly kind: "order"; readonly id: "order" }
  /** Every step was looked at. */
  | { readonly kind: "seen"; readonly id: "seen"; readonly steps: readonly string[] }
  | { readonly kind: "tables"; readonly id: "tables" };

/** The items of a part, in its order. */
export function itemsOf(part: Part): readonly Item[] {
  switch (part.kind) {
    case "quiz":
      return part.questions.map(ofQuestion);
    case "ordering":
      return [{ kind: "order", id: "order" }];
    case "matching": {
      const options = part.options.map(({ id }) => id);
      return part.places.map((place): Item => {
        if ("network" in place) return { kind: "address", id: place.id, place };
        return ofRecord(place, options);
      });
    }
    case "rows": {
      const options = part.rows.map(({ id }) => id);
      return part.questions.map((question) => ofRecord(question, options));
    }
    case "steps":
      return [
        { kind: "seen", id: "seen", steps: part.steps.map(({ id }) => id) },
        ...part.steps.flatMap(({ question }) => (question === undefined ? [] : [ofQuestion(question)])),
      ];
    case "tables":
      return [{ kind: "tables", id: "tables" }];
  }
}

export function ofQuestion({ id, text, choices, several, missing }: Question): ChoiceItem {
  const right = choices.filter((choice) => choice.right);
  const wrong = choices.filter((choice) => !choice.right);
  return {
    kind: "choice",
    id,
    text,
    options: choices.map((choice) => choice.id),
    right: right.map((choice) => choice.id),
    several: several ?? false,
    good: right.map((choice) => choice.why).join(" "),
    wrong: Object.fromEntries(wrong.map((choice) => [choice.id, choice.why])),
    otherwise: null,
    missing: missing ?? null,
  };
}

type Recorded = {
  readonly id: string;
  readonly text: string;
  readonly right: readonly string[];
  readonly several?: true | undefined;
  readonly good: string;
  readonly wrong?: Readonly<Record<string, string>> | undefined;
  readonly otherwise?: string | undefined;
  readonly missing?: string | undefined;
};

const ofRecord = (
  { id, text, right, several, good, wrong, otherwise, missing }: Recorded,
  options: readonly string[],
): ChoiceItem => ({
  kind: "choice",
  id,
  text,
  options,
  right,
  several: several ?? false,
  good,
  wrong: wrong ?? {},
  otherwise: otherwise ?? null,
  missing: missing ?? null,
});
