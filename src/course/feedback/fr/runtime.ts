import type { Strings } from "../strings.ts";
import { french, frenchSpaces } from "./typography.ts";

/** What an engine's English message means, and where to look. The message itself stands in the headline. */
export const runtime = {
  "read-of-nothing": (name) =>
    name === null
      ? frenchSpaces(
          "Le code lit une propriété ou un élément d'une valeur qui est `undefined` ou `null`. D'où vient cette valeur ?",
        )
      : french`Le code lit \`${name}\` dans une valeur qui est \`undefined\` ou \`null\`. D'où vient cette valeur ?`,
  "write-to-nothing": (name) =>
    name === null
      ? "Le code écrit dans une valeur qui est `undefined` ou `null`."
      : french`Le code écrit \`${name}\` dans une valeur qui est \`undefined\` ou \`null\`.`,
  "loop-over-nothing": () =>
    "Le code parcourt ou décompose une valeur qui est `undefined` ou `null`, alors qu'il y faut un tableau.",
  "not-iterable": () =>
    frenchSpaces("Le code parcourt une valeur qui n'est pas une suite : ni tableau, ni octets, ni chaîne."),
  "not-a-function": (name) =>
    name === null
      ? "Le code appelle une valeur qui n'est pas une fonction. Vérifiez le nom de la méthode et le type de l'objet."
      : french`Le code appelle \`${name}\`, qui n'est pas une fonction.`,
  "not-available": (name) =>
    french`\`${name ?? ""}\` n'existe pas ici. La fonction s'écrit avec le langage seul : ni module Node, ni API du navigateur.`,
  "not-defined": (name) =>
    french`Aucune variable ne s'appelle \`${name ?? ""}\`. Vérifiez l'orthographe et la déclaration.`,
  "used-before-declared": (name) =>
    french`\`${name ?? ""}\` est utilisé avant sa déclaration. Déplacez la déclaration plus haut.`,
  "read-only": (name) =>
    french`\`${name ?? ""}\` ne peut pas être modifié. Une constante ne reçoit qu'une valeur : utilisez \`let\`.`,
  "bigint-mixed": () =>
    "Le code mélange un `BigInt` et un nombre. Convertissez l'un des deux avec `Number(…)` ou `BigInt(…)`.",
  "bigint-from-text": () => "Cette valeur ne peut pas devenir un `BigInt`, qui est toujours un entier.",
  "bytes-out-of-range": () =>
    frenchSpaces(
      "Le code lit ou écrit au-delà des octets. Combien d'octets y a-t-il, et à quel décalage lisez-vous ?",
    ),
  "bad-length": () =>
    frenchSpaces(
      "Une longueur est négative, trop grande ou n'est pas un entier. Comment est-elle calculée ?",
    ),
  "empty-reduce": () =>
    "`reduce` est appelé sur un tableau vide, sans valeur de départ. Donnez-lui un second argument.",
  "bad-json": () => "Le texte donné à `JSON.parse` n'est pas du JSON.",
  "class-without-new": () => "Une classe s'appelle avec `new`.",
} satisfies Strings["runtime"];
