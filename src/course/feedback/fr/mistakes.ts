import type { Strings } from "../strings.ts";
import { frenchSpaces } from "./typography.ts";

/** The mistakes that any exercise can meet. */
export const mistakes = {
  "changes-argument": {
    title: "Votre fonction modifie son argument.",
    message: frenchSpaces(
      "Sa réponse est juste, mais l'appelant retrouve ses données changées. Un paquet reçu peut servir encore ailleurs : travaillez sur une copie (`slice()`).",
    ),
  },
  "keeps-state": {
    title: "La réponse dépend des appels précédents.",
    message: frenchSpaces(
      "Votre fonction garde quelque chose d'un appel à l'autre : une variable déclarée hors de la fonction, une expression régulière avec le drapeau `g`, un tableau réutilisé. Avec la même entrée, elle doit toujours répondre la même chose.",
    ),
  },
  "returns-nothing": {
    title: "Votre fonction ne rend rien.",
    message: frenchSpaces(
      "Elle rend `undefined` là où une valeur est attendue. Suivez le chemin que prend cette entrée : se termine-t-il par un `return` suivi d'une valeur ?",
    ),
  },
  "returns-promise": {
    title: "Votre fonction rend une promesse.",
    message:
      "Le mot `async` change la réponse en promesse. Rien n'est à attendre ici. Supprimez `async` et `await`.",
  },
  "signed-result": {
    title: "Le résultat est négatif.",
    message:
      "Les bits sont les bons, mais `<<`, `|`, `&` et `~` donnent en JavaScript un entier signé de 32 bits. Terminez par `>>> 0`, ou masquez les bits à garder.",
  },
  "number-as-text": {
    title: "Votre fonction rend un texte au lieu d'un nombre.",
    message: frenchSpaces(
      'La valeur est la bonne, mais `"42"` et `42` sont deux choses différentes. Cherchez `toString`, `toFixed`, un modèle entre accents graves ou un `+` avec une chaîne.',
    ),
  },
  "bytes-as-array": {
    title: "Votre fonction rend un tableau de nombres au lieu d'octets.",
    message:
      "Les valeurs sont les bonnes, mais le résultat attendu est un `Uint8Array`. Créez-le avec `new Uint8Array(…)` ou `Uint8Array.from(…)`.",
  },
  "throws-instead-of-value": {
    title: "Votre fonction lance une erreur au lieu de la rendre.",
    message:
      "Une entrée incorrecte est un cas prévu par l'énoncé. Rendez la valeur qu'il demande avec `return`, sans `throw`. Si l'erreur vient du langage, contrôlez l'entrée avant de la lire.",
  },
} satisfies Strings["mistakes"];
