import { parseIpAddress, parsePrefix } from "../../net/wire/prefix.ts";
import type { ActivityDefinition } from "./definition.ts";
import { inFigure, namesIn, put, twice, type Inconsistency } from "./inconsistency.ts";
import { itemsOf, type ChoiceItem } from "./items.ts";
import type { Part } from "./parts.ts";

/** Names that nothing has, names given twice, wrong answers without an explanation. */
export function inconsistencies({ parts }: ActivityDefinition): Inconsistency[] {
  return [
    ...twice(parts, ["parts"], "partie"),
    ...parts.flatMap((part, at) =>
      inPart(part).map(({ path, sentence }) => put(["parts", at], path, sentence)),
    ),
  ];
}

function inPart(part: Part): Inconsistency[] {
  const figure = part.figure === undefined ? [] : inFigure(part.figure);
  return [...figure, ...inKind(part)];
}

function inKind(part: Part): Inconsistency[] {
  const items = itemsOf(part);
  const choices = items.filter((item): item is ChoiceItem => item.kind === "choice");
  switch (part.kind) {
    case "quiz":
      return [
        ...twice(part.questions, ["questions"], "question"),
        ...part.questions.flatMap((question, at) => [
          ...twice(question.choices, ["questions", at, "choices"], "réponse"),
          ...(question.figure === undefined
            ? []
            : inFigure(question.figure).map(({ path, sentence }) => put(["questions", at], path, sentence))),
        ]),
        ...choices.flatMap((item, at) => rightsOf(item, ["questions", at, "choices"])),
      ];
    case "ordering":
      return [
        ...twice(part.items, ["items"], "élément"),
        ...part.rules.flatMap((rule, at) => ruleOf(part.items, rule, ["rules", at])),
      ];
    case "matching":
      return [
        ...twice(part.options, ["options"], "étiquette"),
        ...twice(part.places, ["places"], "place"),
        ...part.places.flatMap((place, at) => {
          const { node } = place;
          if (node !== undefined && !(part.figure?.nodes ?? []).some(({ id }) => id === node))
            return [put(["places", at, "node"], [], `\`${node}\` n'est pas dans le dessin de la partie.`)];
          if (!("network" in place)) return explained(choiceOf(choices, place.id), ["places", at]);
          return addressesOf(place.network, place.taken).map((sentence) => put(["places", at], [], sentence));
        }),
      ];
    case "rows":
      return [
        ...twice(part.rows, ["rows"], "ligne"),
        ...twice(part.questions, ["questions"], "question"),
        ...part.rows.flatMap(({ cells }, at) =>
          cells.length === part.columns.length
            ? []
            : [put(["rows", at, "cells"], [], `il faut ${part.columns.length} cellules, comme de colonnes.`)],
        ),
        ...part.questions.flatMap(({ id }, at) => explained(choiceOf(choices, id), ["questions", at])),
      ];
    case "steps": {
      const names = part.figure === undefined ? [] : namesIn(part.figure);
      return [
        ...twice(part.steps, ["steps"], "étape"),
        ...twice(choices, ["steps"], "question"),
        ...choices.flatMap((item) => rightsOf(item, ["steps"])),
        ...part.steps.flatMap(({ lit = [] }, at) =>
          lit
            .filter((name) => !names.includes(name))
            .map((name) =>
              put(["steps", at, "lit"], [], `\`${name}\` n'est pas dans le dessin de la partie.`),
            ),
        ),
      ];
    }
    case "tables":
      return twice(
        part.fill.map(({ node }) => ({ id: node })),
        ["fill"],
        "machine",
      );
  }
}

const choiceOf = (choices: readonly ChoiceItem[], id: string): ChoiceItem | undefined =>
  choices.find((item) => item.id === id);

function rightsOf(item: ChoiceItem, path: readonly (string | number)[]): Inconsistency[] {
  if (item.right.length === 0)
    return [
      put(
        path,
        [],
        `la question \`${item.id}\` n'a pas de réponse juste. Ajoutez \`right: true\` à une réponse.`,
      ),
    ];
  if (item.several && item.missing === null)
    return [
      put(
        path,
        [],
        `la question \`${item.id}\` demande plusieurs réponses : ajoutez \`missing\`, la phrase pour une réponse incomplète.`,
      ),
    ];
  return [];
}

/** Every right name exists, and every other option has its explanation. */
function explained(item: ChoiceItem | undefined, path: readonly (string | number)[]): Inconsistency[] {
  if (item === undefined) return [];
  const { options, right, wrong, otherwise, several, missing } = item;
  const unknown = [...right, ...Object.keys(wrong)].filter((name) => !options.includes(name));
  const silent = options.filter((name) => !right.includes(name) && !(name in wrong));
  return [
    ...unknown.map((name) =>
      put(path, [], `\`${name}\` n'est pas dans la liste. Il y a : ${options.join(", ")}.`),
    ),
    ...(silent.length > 0 && otherwise === null
      ? [
          put(
            path,
            [],
            `rien n'explique la mauvaise réponse \`${silent.join("`, `")}\`. Ajoutez-la à \`wrong\`, ou écrivez \`otherwise\`.`,
          ),
        ]
      : []),
    ...(several && missing === null
      ? [put(path, [], "il faut plusieurs réponses : ajoutez `missing`.")]
      : []),
  ];
}

const ruleOf = (
  items: readonly { readonly id: string }[],
  { first, then }: { readonly first: string; readonly then: string },
  path: readonly (string | number)[],
): Inconsistency[] => {
  const at = (id: string): number => items.findIndex((item) => item.id === id);
  if (at(first) === -1 || at(then) === -1)
    return [put(path, [], "`first` ou `then` n'est pas un élément de la liste.")];
  return at(first) < at(then)
    ? []
    : [put(path, [], `\`${first}\` vient après \`${then}\` dans la liste juste : inversez-les.`)];
};

function addressesOf(network: string, taken: readonly string[]): string[] {
  return [
    ...(parsePrefix(network) === null
      ? [`\`${network}\` n'est pas un réseau, comme \`192.168.100.0/24\`.`]
      : []),
    ...taken.filter((one) => parseIpAddress(one) === null).map((one) => `\`${one}\` n'est pas une adresse.`),
  ];
}
