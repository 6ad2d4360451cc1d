import type { DifferencePlace, Strings } from "../strings.ts";
import { count, french, frenchNumber } from "./typography.ts";

/** What is said around a failing case, a difference and an input of « Essayer ». */
export const cases = {
  title: ({ sentence, origin, index, reduced }) => {
    const name = sentence === null ? `Cas ${frenchNumber(index + 1)}` : sentence.replace(/\.$/, "");
    const title = `${name} (${origins[origin]})`;
    return reduced ? french`Réduit à partir du cas : ${title}` : title;
  },
  expected: "attendu",
  actual: "obtenu",
  shrunk: (times) => `Le plus petit cas trouvé, après ${count(times, "réduction", "réductions")}.`,
  needsHistory: () =>
    french`Appelée seule sur cette entrée, votre fonction répond juste. La réponse fausse vient après d'autres appels : quelque chose est gardé de l'un à l'autre.`,
  difference: {
    missing: "rien",
    argument: (name) => `argument \`${name}\``,
    sentence: ({ expected, actual, ...place }) => {
      const at = placeText(place);
      return at === ""
        ? french`Attendu ${expected}, obtenu ${actual}.`
        : french`${at} : attendu ${expected}, obtenu ${actual}.`;
    },
  },
  calls: {
    title: (total) =>
      total === 0
        ? "Votre fonction n'a fait aucun appel."
        : french`Votre fonction a fait ${count(total, "appel", "appels")} :`,
    more: (calls) => `… et ${count(calls, "autre appel", "autres appels")}.`,
  },
  trial: {
    threw: (name, message) => {
      const text = message === "" ? name : message;
      return text === ""
        ? "Votre fonction lance une valeur qui n'est pas une erreur."
        : french`Votre fonction s'arrête : « ${text} ».`;
    },
    outOfBudget: () => "Votre fonction ne se termine pas sur cette entrée.",
    outOfMemory: () => "Votre fonction demande trop de mémoire sur cette entrée.",
    notAccepted: () => "L'énoncé ne prévoit pas cette entrée. La fonction n'a pas été appelée.",
  },
} satisfies Strings["cases"];

const origins = {
  extra: "cas rejoué en premier",
  golden: "vecteur de référence",
  edge: "cas limite",
  generated: "cas tiré au hasard",
};

/** « Octet 10, bits 80 à 87 (Header Checksum) »; empty for the result itself. */
function placeText({ where, bytes, bits, field }: DifferencePlace): string {
  const parts = [
    ...(where === "" ? [] : [where.startsWith("argument") ? where : `\`${where}\``]),
    ...(bytes === null ? [] : [range("octet", "octets", bytes)]),
    ...(bits === null ? [] : [range("bit", "bits", bits)]),
  ];
  const text = parts.join(", ");
  if (text === "") return field ?? "";
  return text.charAt(0).toLocaleUpperCase("fr") + text.slice(1) + (field === null ? "" : ` (${field})`);
}

const range = (one: string, many: string, { from, to }: { from: number; to: number }): string =>
  from === to ? `${one} ${frenchNumber(from)}` : `${many} ${frenchNumber(from)} à ${frenchNumber(to)}`;
