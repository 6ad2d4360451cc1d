import { answerTo, type Answers } from "./answers.ts";
import type { ActivityDefinition } from "./definition.ts";
import { addressMistake } from "./grade-address.ts";
import { choiceMistakes, missing } from "./grade-choice.ts";
import { orderMistakes } from "./grade-order.ts";
import { tablesMistakes } from "./grade-tables.ts";
import { itemsOf, type Item } from "./items.ts";
import type { Part } from "./parts.ts";

export type GradedItem = {
  readonly part: string;
  readonly item: string;
  /** `none`: not answered. */
  readonly state: "none" | "right" | "wrong";
  /** What is wrong, by name: a chosen option, a broken rule, a fault of a table. */
  readonly mistakes: readonly string[];
};

export type Graded = {
  readonly items: readonly GradedItem[];
  readonly answered: number;
  readonly right: number;
  /** Everything is right. */
  readonly passed: boolean;
};

/** Grades the answers to an activity. The same answers give the same result wherever they are graded. */
export function gradeActivity(activity: Pick<ActivityDefinition, "parts">, answers: Answers): Graded {
  const items = activity.parts.flatMap((part) =>
    itemsOf(part).map((item) => gradeItem(part, item, answerTo(answers, part.id, item.id)?.value ?? [])),
  );
  const right = items.filter(({ state }) => state === "right").length;
  const answered = items.filter(({ state }) => state !== "none").length;
  return { items, answered, right, passed: right === items.length };
}

/** Grades the answer to one item; an empty answer is none. */
export function gradeItem(part: Part, item: Item, value: readonly string[]): GradedItem {
  const place = { part: part.id, item: item.id };
  if (value.every((one) => one.trim() === "")) return { ...place, state: "none", mistakes: [] };
  const mistakes = mistakesOf(part, item, value);
  return { ...place, state: mistakes.length === 0 ? "right" : "wrong", mistakes };
}

function mistakesOf(part: Part, item: Item, value: readonly string[]): readonly string[] {
  switch (item.kind) {
    case "choice":
      return choiceMistakes(item, value);
    case "address": {
      const mistake = addressMistake(item.place, value[0] ?? "");
      return mistake === null ? [] : [mistake];
    }
    case "order":
      return part.kind === "ordering" ? orderMistakes(part, value) : [];
    case "seen":
      return item.steps.every((step) => value.includes(step)) ? [] : [missing];
    case "tables":
      return part.kind === "tables" ? tablesMistakes(part.fill, value) : [];
  }
}
