import type { ByteFacts, Strings } from "../strings.ts";
import { french, frenchNumber } from "./typography.ts";

/** The sentences of an answer that is wrong and whose mistake is not known. */
export const wrong = {
  input: (parameters) => {
    const [only] = parameters;
    if (parameters.length > 1) return "ces arguments";
    return (only === undefined ? undefined : inputs.get(only)) ?? "cette entrée";
  },
  answer: ({ input, field, expected, actual }) =>
    french`Pour ${input}, ${result(field)} est ${expected} ; votre fonction rend ${actual}.`,
  nothing: ({ input, field, expected }) =>
    french`Pour ${input}, ${result(field)} est ${expected} ; votre fonction ne rend rien.`,
  member: ({ input, path, expected, actual }) =>
    french`Pour ${input}, la valeur attendue de \`${path}\` est ${expected} ; votre fonction rend ${actual}.`,
  memberMissing: ({ input, path }) =>
    french`Pour ${input}, il manque \`${path}\` dans le résultat de votre fonction.`,
  memberTooMany: ({ input, path }) =>
    french`Pour ${input}, votre fonction rend \`${path}\`, qui n'est pas dans le résultat attendu.`,
  byte: ({ expected, actual, ...place }) =>
    french`Pour ${place.input}, l'octet ${byte(place)} attendu est ${expected} ; votre fonction rend ${actual}.`,
  byteMissing: (place) =>
    french`Pour ${place.input}, le résultat de votre fonction est trop court : l'octet ${byte(place)} manque.`,
  byteTooMany: (place) =>
    french`Pour ${place.input}, le résultat de votre fonction est trop long : l'octet ${byte(place)} est de trop.`,
  notThrown: ({ input, expected, actual }) =>
    french`Pour ${input}, ${expected} est attendue ; votre fonction rend ${actual}.`,
  argumentChanged: (name) => french`Votre fonction a modifié son argument \`${name}\`.`,
  unlike: (input) => french`Pour ${input}, votre fonction ne rend pas le résultat attendu.`,
} satisfies Strings["wrong"];

/** By the parameter's name in the signature. */
const inputs: ReadonlyMap<string, string> = new Map([
  ["header", "cet en-tête"],
  ["packet", "ce paquet"],
  ["bytes", "ces octets"],
  ["options", "ces options"],
  ["firstByte", "cet octet"],
  ["tos", "cet octet"],
  ["frame", "cette trame"],
  ["h", "ces champs"],
  ["fields", "ces champs"],
]);

/** By the RFC's name of the field that the result is; the noun with its article and « attendu » agreed. */
const results: ReadonlyMap<string, string> = new Map([
  ["Header Checksum", "la somme attendue"],
  ["Checksum", "la somme attendue"],
  ["Time to Live", "la durée de vie attendue"],
  ["Total Length", "la longueur attendue"],
]);

const result = (field: string | null): string =>
  (field === null ? undefined : results.get(field)) ?? "le résultat attendu";

const byte = ({ path, offset, field }: ByteFacts): string =>
  frenchNumber(offset) + (path === "" ? "" : ` de \`${path}\``) + (field === null ? "" : ` (${field})`);
