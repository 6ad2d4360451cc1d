import type { ChoiceItem } from "./items.ts";

/** The mistake of an answer that lacks a right option and holds no wrong one. */
export const missing = "missing";

/** The wrong options that were chosen; `missing` when there is none and a right one lacks. Empty: right. */
export function choiceMistakes(
  { right, several }: Pick<ChoiceItem, "right" | "several">,
  value: readonly string[],
): string[] {
  const wrong = value.filter((one) => !right.includes(one));
  if (wrong.length > 0) return wrong;
  const enough = several ? right.every((one) => value.includes(one)) : value.length === 1;
  return enough ? [] : [missing];
}
