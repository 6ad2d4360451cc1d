import { linkName, type Figure } from "./figure.ts";

/** What the shape of the file cannot say: a place in it, and a sentence for its author. */
export type Inconsistency = { readonly path: readonly (string | number)[]; readonly sentence: string };

/** The place of a fault in something that stands at `before`. */
export const put = (
  before: readonly (string | number)[],
  path: Inconsistency["path"],
  sentence: string,
): Inconsistency => ({ path: [...before, ...path], sentence });

/** A fault where two of these have one name. */
export function twice(
  named: readonly { readonly id: string }[],
  path: readonly (string | number)[],
  what: string,
): Inconsistency[] {
  const again = named.findIndex(({ id }, at) => named.findIndex((other) => other.id === id) < at);
  const id = named[again]?.id;
  if (id === undefined) return [];
  return [put(path, [again], `le nom \`${id}\` est déjà pris par une autre ${what}. Donnez-en un autre.`)];
}

export const namesIn = (figure: Figure): string[] => [
  ...figure.nodes.map(({ id }) => id),
  ...figure.links.map(linkName),
];

/** Names given twice, links to nowhere. */
export function inFigure(figure: Figure): Inconsistency[] {
  const ids = figure.nodes.map(({ id }) => id);
  return [
    ...twice(figure.nodes, ["figure", "nodes"], "machine"),
    ...figure.links.flatMap(({ ends }, at) =>
      ends
        .filter((end) => !ids.includes(end))
        .map((end) => put(["figure", "links", at], [], `\`${end}\` n'est pas dans \`nodes\`.`)),
    ),
  ];
}
