import type { Said, Strings, ThrownFacts } from "../strings.ts";
import { count, french, frenchNumber, frenchSpaces } from "./typography.ts";

/** The sentences of the verdicts. */
export const verdict = {
  passed: (passed, total) => french`Juste : ${frenchNumber(passed)} cas sur ${frenchNumber(total)}.`,
  threw,
  outOfBudget: ({ during, limit, steps }): Said => {
    if (during === "load") {
      return {
        headline: french`Votre fichier ne se termine pas à son chargement (plus de ${stepCount(steps)}).`,
        advice: [
          "Le code placé hors de la fonction tourne sans fin. Cherchez une boucle hors de la fonction.",
        ],
      };
    }
    if (limit === "submission") {
      return {
        headline: french`Votre fonction prend trop d'étapes sur l'ensemble des cas (plus de ${stepCount(steps)}).`,
        advice: [
          "Chaque appel se termine, mais tous ensemble sont trop longs. Cherchez un travail refait à chaque tour de boucle, ou une donnée qui grandit d'un appel à l'autre.",
        ],
      };
    }
    return {
      headline: french`Votre fonction ne se termine pas sur cette entrée (plus de ${stepCount(steps)}).`,
      advice: [
        frenchSpaces(
          "Regardez vos boucles : avec cette entrée, qu'est-ce qui change à chaque tour, et quand la condition devient-elle fausse ?",
        ),
      ],
    };
  },
  outOfMemory: (during): Said =>
    during === "load"
      ? {
          headline: "Votre fichier demande trop de mémoire à son chargement.",
          advice: ["Cherchez, hors de la fonction, un tableau ou une chaîne qui grandit sans limite."],
        }
      : {
          headline: "Votre fonction demande trop de mémoire sur cette entrée.",
          advice: [
            "Cherchez un tableau ou une chaîne qui grandit sans limite, ou une taille lue dans l'entrée sans contrôle.",
          ],
        },
  timeout: (): Said => ({
    headline: "L'évaluation a dû être arrêtée.",
    advice: [
      frenchSpaces(
        "La cause habituelle est une opération unique et énorme : un très grand entier `BigInt`, une expression régulière qui essaie toutes les combinaisons, une recherche ou un tri sur un tableau de longueur démesurée. Le correcteur ne peut pas l'interrompre pour montrer le cas.",
      ),
    ],
  }),
  internalError: ({ number, seed, code, detail }): Said => ({
    headline: "Le correcteur s'est trompé, pas vous. Votre code est gardé.",
    advice: [
      french`Relancez l'évaluation. Si l'erreur revient, signalez-la à votre enseignant avec l'exercice (${number}), la graine (${hexSeed(seed)}), ce détail et votre fichier.`,
      french`Détail : ${detail === "" ? code : french`${code}, « ${detail} »`}.`,
    ],
  }),
  footer: ({ run, passed, total, seed }) => {
    const seedText = `graine ${hexSeed(seed)}`;
    if (run === 0) return `Aucun cas exécuté · ${seedText}`;
    const score = `${frenchNumber(passed)} cas sur ${frenchNumber(total)} ${passed < 2 ? "réussi" : "réussis"}`;
    const stopped = run < total ? ` · arrêt au cas ${frenchNumber(run)}` : "";
    return `${score}${stopped} · ${seedText}`;
  },
  printedCut: (characters) =>
    `L'affichage est coupé. ${count(characters, "caractère n'est pas gardé", "caractères ne sont pas gardés")}.`,
} satisfies Strings["verdict"];

function threw({ during, code, name, message, at }: ThrownFacts): Said {
  const where = at === null ? "" : ` à la ligne ${at.line}`;
  const subject =
    during === "load"
      ? `Votre fichier s'arrête à son chargement${at === null ? "" : `, à la ligne ${at.line}`}`
      : `Votre fonction s'arrête${where}`;
  if (code === "stack-overflow") {
    return {
      headline: french`${subject} : trop d'appels imbriqués, la pile est pleine.`,
      advice: [
        frenchSpaces(
          "Une fonction s'appelle elle-même sans fin, ou des valeurs sont imbriquées trop profondément. Quelle entrée arrête la récursion ?",
        ),
      ],
    };
  }
  if (code === "too-large") {
    return {
      headline: "Votre fonction rend une valeur trop grande pour être lue.",
      advice: [
        "Comparez la taille de votre résultat avec celle du résultat attendu. Cherchez une boucle qui ajoute trop d'éléments.",
      ],
    };
  }
  const quoted = message !== "" ? message : name;
  if (quoted === "") {
    return {
      headline: french`${subject} : elle lance une valeur qui n'est pas une erreur.`,
      advice: [
        "Une erreur prévue par l'énoncé se rend avec `return`. Une erreur imprévue se lance avec `throw new Error(…)`.",
      ],
    };
  }
  return { headline: french`${subject} : « ${quoted} ».`, advice: [] };
}

const hexSeed = (seed: number): string => `0x${seed.toString(16)}`;

/** « 2 millions d'étapes », « 2,5 millions d'étapes », « 500 000 étapes ». */
function stepCount(steps: number): string {
  if (steps < 1_000_000) return count(steps, "étape", "étapes");
  return `${frenchNumber(steps / 1_000_000)} ${steps < 2_000_000 ? "million" : "millions"} d'étapes`;
}
