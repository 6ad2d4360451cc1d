import type { Verdict } from "../../exercise/verdict.ts";
import type { GradedActivity } from "../graded.ts";
import type { Material } from "./materials.ts";
import { mistakeWords, type MistakeWords } from "./mistake-words.ts";

/** How code can fail without giving a wrong answer: shown among the mistakes, since a class does these too. */
const stops = {
  threw: {
    title: "La fonction s'arrête sur une erreur.",
    message: "Une exception que l'énoncé ne demande pas.",
  },
  "did-not-compile": {
    title: "Le fichier n'est pas accepté.",
    message: "Une faute de syntaxe, un import, ou la fonction demandée n'est pas exportée.",
  },
  "out-of-budget": {
    title: "La fonction ne se termine pas.",
    message: "Elle dépasse le nombre d'étapes permis.",
  },
  "out-of-memory": {
    title: "La fonction demande trop de mémoire.",
    message: "Un tableau ou une chaîne grandit sans limite.",
  },
  timeout: {
    title: "L'évaluation a dû être arrêtée.",
    message: "Une seule opération est énorme, et rien ne peut l'interrompre.",
  },
} satisfies Partial<Record<Verdict["kind"], MistakeWords>>;

const mark = "stop:";

/** The recognised mistakes of an activity by name; where there is none, how its code stopped (`stop:threw`). */
export function foundMistakes({ mistakes, verdict }: GradedActivity): readonly string[] {
  if (mistakes.length > 0) return [...new Set(mistakes)];
  return verdict !== null && verdict.kind in stops ? [`${mark}${verdict.kind}`] : [];
}

/** Sentences for a name that `foundMistakes` gives. */
export function foundWords(material: Material | undefined, name: string): MistakeWords {
  const stop = Object.entries(stops).find(([kind]) => name === `${mark}${kind}`)?.[1];
  return stop ?? mistakeWords(material, name);
}
