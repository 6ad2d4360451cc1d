import type { PartOf } from "./parts.ts";

/** The mistake of an order that breaks no rule and is still wrong. */
export const otherOrder = "other-order";

/** The name of a rule as a mistake: `dns<handshake`. */
export const ruleName = ({ first, then }: { readonly first: string; readonly then: string }): string =>
  `${first}<${then}`;

/** The first rule that the order breaks, or `other-order`. Empty: right. What was left out counts as last. */
export function orderMistakes(
  { items, rules }: Pick<PartOf<"ordering">, "items" | "rules">,
  value: readonly string[],
): string[] {
  if (items.length === value.length && items.every(({ id }, at) => value[at] === id)) return [];
  const placeOf = (id: string): number => (value.includes(id) ? value.indexOf(id) : value.length);
  const broken = rules.find(({ first, then }) => placeOf(first) > placeOf(then));
  return [broken === undefined ? otherOrder : ruleName(broken)];
}
