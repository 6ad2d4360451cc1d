import type { Field, FieldGroup, Layout } from "#net/bytes/layout.ts";
import { fields as texts } from "#course/feedback/fr/fields.ts";

/** What the eight colours stand for, in the legend's order. */
export const groupNames = {
  address: "adresse",
  length: "longueur",
  order: "identification et ordre",
  control: "commande",
  lifetime: "durée de vie",
  type: "type et protocole",
  checksum: "contrôle d’erreur",
  data: "données",
} satisfies Record<FieldGroup, string>;

/** The French name and the meaning of a field, where somebody wrote them. */
export function explain(
  layout: Layout,
  field: Field,
): { readonly name: string; readonly meaning: string } | null {
  const text = texts[`${layout.name}.${field.name}`];
  return text === undefined ? null : { name: apostrophes(text.name), meaning: apostrophes(text.meaning) };
}

const apostrophes = (text: string): string => text.replaceAll("'", "’");
