import { ofChoice, ofOrder } from "./explain.ts";
import type { Item } from "./items.ts";
import type { Part } from "./parts.ts";

/**
 * What the activity's file says of a mistake by its name alone, where the answer is not at hand: what a sentence would
 * take from the answer is left open (« … »). Null where it says nothing.
 */
export function explainMistake(part: Part, item: Item, mistake: string): string | null {
  switch (item.kind) {
    case "choice":
      return ofChoice(item, mistake);
    case "address":
      return Object.entries(item.place.wrong).find(([name]) => name === mistake)?.[1] ?? null;
    case "order":
      return part.kind === "ordering" ? ofOrder(part, [mistake]) : null;
    case "seen":
      return null;
    case "tables": {
      if (part.kind !== "tables") return null;
      const [name, node = "…"] = mistake.split("@");
      const found = Object.entries({ ...part.faults, ...part.dies }).find(([key]) => key === name)?.[1];
      return found?.replaceAll("{node}", node).replaceAll(/\{\w+\}/g, "…") ?? null;
    }
  }
}

/** The option that is the mistake, as the reader saw it; null where the mistake is no option. */
export function optionText(part: Part, item: Item, mistake: string): string | null {
  switch (part.kind) {
    case "quiz":
    case "steps": {
      const questions =
        part.kind === "quiz"
          ? part.questions
          : part.steps.flatMap(({ question }) => (question === undefined ? [] : [question]));
      const question = questions.find(({ id }) => id === item.id);
      return question?.choices.find(({ id }) => id === mistake)?.text ?? null;
    }
    case "matching":
      return part.options.find(({ id }) => id === mistake)?.text ?? null;
    case "rows":
      return part.rows.find(({ id }) => id === mistake)?.cells.join(" ") ?? null;
    case "ordering":
    case "tables":
      return null;
  }
}
