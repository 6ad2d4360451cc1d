import type { Fact, Problem } from "./problem.ts";

/** What authors read. Each sentence says what is wrong, then what to do. */
type Sentences = { readonly [C in Problem["code"]]: (problem: Extract<Problem, { code: C }>) => string };

const sections = { mistakes: "mistakes", cases: "cases", stages: "stages" };

const facts: Readonly<Record<Fact, (value: string) => string>> = {
  number: (v) =>
    `Le numéro « ${v} » n'est celui d'aucun chapitre du cours : écrivez le chapitre sur deux chiffres, un point et la place, par exemple « 03.9 ».`,
  entry: (v) =>
    `« ${v} » n'est pas un nom de fonction en camelCase : écrivez-le sans accent ni tiret, par exemple « readTtl ».`,
  level: (v) => `Le niveau ${v} n'existe pas : choisissez un entier de 1 à 5.`,
  points: (v) => `L'exercice vaut ${v} points : choisissez un entier de 1 à 20.`,
  parameters: (v) =>
    `« parameters » décrit ${v} paramètre(s), et la référence en prend davantage : décrivez chacun d'eux, dans l'ordre.`,
  "golden-source": (v) =>
    `Le vecteur « ${v} » ne dit pas d'où il vient : écrivez dans « source » le RFC et sa section, ou l'outil et sa version.`,
  "no-golden": () =>
    "Aucun vecteur de référence : ajoutez dans « golden » au moins un cas dont quelqu'un d'autre a calculé la réponse.",
  "no-edges": () =>
    "Aucun cas limite : ajoutez dans « edges » le plus petit cas, le plus grand et ceux où l'on se trompe.",
  "no-generators": () =>
    "Aucun générateur : ajoutez-en un dans « generators ». Ceux qui sont prêts sont dans src/course/generators/README.md.",
};

const sentences: Sentences = {
  "file-missing": (p) => `Il manque ${p.file} : ajoutez ce fichier.`,
  "file-unexpected": (p) =>
    `${p.file} n'est pas à sa place : une faute s'appelle mistakes/nom-de-la-faute.ts (ou .2.ts pour une variante).`,
  "exercise-does-not-load": (p) =>
    `exercise.ts ne se charge pas : ${p.detail}. Corrigez cette erreur, les autres règles seront vérifiées ensuite.`,
  "statement-invalid": (p) =>
    p.at === ""
      ? `statement.fr.mdx, en-tête YAML : ${p.detail}. Prenez modèle sur celui d'un autre exercice.`
      : `statement.fr.mdx, en-tête YAML : corrigez « ${p.at} ». ${p.detail}`,
  "hints-not-three": (p) => `${p.found} indice(s) : écrivez-en trois, du plus discret au plus précis.`,
  "equivalents-invalid": (p) =>
    `equivalent-mutants.yaml ne se lit pas : ${p.detail}. Chaque entrée porte « before », « after » et « because », une raison d'au moins 10 caractères.`,
  "type-error": (p) =>
    `${p.file}, ligne ${p.line}, colonne ${p.column} : corrigez ce que TypeScript refuse, « ${p.detail} »`,
  "fact-wrong": (p) => facts[p.fact](p.value),
  "prerequisite-unknown": (p) =>
    `Le prérequis « ${p.number} » n'est pas un autre exercice du plan : corrigez-le ou retirez-le.`,
  "number-taken": (p) => `Le numéro ${p.number} est déjà celui de ${p.by} : changez l'un des deux.`,
  "name-twice": (p) => `Deux cas s'appellent « ${p.name} » : donnez à chacun son nom.`,
  "name-not-kebab": (p) =>
    `Le nom de cas « ${p.name} » ne s'écrit pas ainsi : minuscules, chiffres et tirets seulement.`,
  "sentence-missing": (p) =>
    `« ${p.name} » n'a pas de phrase : ajoutez-la sous « ${sections[p.section]} » dans statement.fr.mdx.`,
  "sentence-left-over": (p) =>
    `statement.fr.mdx parle de « ${p.name} », qui n'existe pas : retirez cette phrase de « ${sections[p.section]} » ou corrigez le nom.`,
  "stage-of-case": (p) =>
    p.found === 0
      ? `Le cas « ${p.name} » n'est dans aucune étape : ajoutez-le à « cases » de l'une d'elles.`
      : `Le cas « ${p.name} » est dans ${p.found} étapes : gardez-le dans une seule.`,
  "stage-case-unknown": (p) =>
    `L'étape « ${p.stage} » cite le cas « ${p.name} », qui n'existe pas : retirez-le ou corrigez son nom.`,
  "stage-points": (p) =>
    `Les étapes valent ${p.sum} points ensemble, l'exercice ${p.points} : accordez les deux.`,
  "reference-threw": (p) =>
    `La référence s'arrête sur un de ses propres cas (${p.detail}) : corrigez-la. Elle ne peut lever qu'une RangeError, et seulement si l'énoncé la demande.`,
  "golden-disagrees": (p) =>
    `La référence contredit le vecteur « ${p.name} » : elle rend ${p.actual}, le vecteur dit ${p.expected}. Vérifiez lequel des deux a tort.`,
  "reference-changes-argument": (p) =>
    `La référence modifie son argument sur le cas « ${p.name} » : faites-la travailler sur une copie.`,
  "case-not-accepted": (p) =>
    `« accepts » refuse un cas de « ${p.name} », ${p.input} : élargissez « accepts » ou corrigez le cas.`,
  "accepts-anything": (p) =>
    `« accepts » accepte ${p.input}, qui n'a pas le bon nombre d'arguments : commencez par vérifier leur nombre, par exemple avec z.tuple.`,
  "accepts-threw": (p) =>
    `« accepts » lève une erreur sur ${p.input} : elle doit répondre false, car un lien peut apporter n'importe quoi.`,
  "generator-does-not-shrink": (p) =>
    `Le générateur « ${p.name} » ne sait pas réduire ${p.input} : construisez-le avec ceux de src/course/generators, ou entourez-le de withShrinks.`,
  "starter-passes": () =>
    "Le code de départ réussit déjà tous les cas : retirez-en la réponse, et gardez ce qui se compile.",
  "does-not-open": (p) =>
    `${p.file} ne donne pas de fonction à appeler (${p.detail}) : exportez la fonction de l'exercice sous son nom exact, et corrigez ce qui est dit entre parenthèses.`,
  "solution-fails": (p) =>
    `La solution échoue sur le cas « ${p.name} » (verdict ${p.kind}, graine ${p.seed}) : calculez la réponse à la main, puis corrigez la solution ou la référence.`,
  "budget-too-small": (p) =>
    p.limit === "case"
      ? `Le budget par cas est trop serré : la solution prend ${p.used} étapes, il en faut dix fois plus que ${p.allowed} n'en laisse. Augmentez « stepsPerCase ».`
      : `Le budget total est trop serré : la solution prend ${p.used} étapes sur ${p.allowed}. Laissez au moins dix fois ce qu'elle prend dans « stepsInAll ».`,
  "mistake-passes": (p) =>
    `Aucun cas ne distingue la faute « ${p.name} » (${p.file}) de la solution avec la graine ${p.seed} : ajoutez dans « edges » un cas ${p.where === null ? "où elle se trompe" : `où ${p.where}`}.`,
  "mistake-not-recognised": (p) =>
    p.as === null
      ? `La faute « ${p.name} » (${p.file}) échoue mais n'est pas reconnue avec la graine ${p.seed} : son résultat dépend d'autre chose que de ses arguments, ou change d'un appel à l'autre. Retirez ce qu'elle garde et ce qu'elle tire au hasard.`
      : `La faute « ${p.name} » (${p.file}) est prise pour « ${p.as} » avec la graine ${p.seed} : ajoutez un cas où les deux rendent des résultats différents, tous deux faux.`,
  "mistake-keeps-state": (p) =>
    `${p.file} répond autrement à la même question posée deux fois : retirez ce qu'il garde d'un appel à l'autre.`,
  "mistakes-alike": (p) =>
    `${p.file} et ${p.other} rendent la même chose sur tous les cas : ajoutez un cas qui les sépare, ou retirez l'une des deux.`,
  "mutant-survives": (p) =>
    `solution.ts, ligne ${p.line} : aucun cas ne refuse « ${p.after} » à la place de « ${p.before} ». Ajoutez un cas qui les sépare, simplifiez la solution, ou expliquez dans equivalent-mutants.yaml pourquoi c'est impossible.`,
  "equivalent-unknown": (p) =>
    `equivalent-mutants.yaml liste « ${p.after} » à la place de « ${p.before} », mais ce changement n'existe plus : retirez cette entrée.`,
  "equivalent-refused": (p) =>
    `equivalent-mutants.yaml dit équivalent « ${p.after} » à la place de « ${p.before} », mais « ${p.name} » le refuse : retirez cette entrée.`,
  "never-ended": (p) =>
    `L'examen de ${p.during} ne se termine pas : cherchez une boucle que rien n'arrête, ou un appel qui parcourt un tableau sans fin.`,
  "grader-failed": (p) =>
    `L'examen lui-même échoue sur ${p.file} : ${p.detail}. Si votre fichier n'y est pour rien, signalez ce message.`,
};

/** The sentence for a problem. */
export function sentenceFor(problem: Problem): string {
  // The table pairs every code with a function for that code's problem; TypeScript does not follow the pairing.
  const say = sentences[problem.code] as (problem: Problem) => string;
  return say(problem);
}

export const columns = ["n°", "exercice", "cas", "temps", "fautes reconnues", "mutants refusés"];

/** `1,3 s`. */
export const duration = (ms: number): string => `${(ms / 1000).toFixed(1).replace(".", ",")} s`;

export const usage =
  "Usage : npm run check [-- <exercice>…], où <exercice> est un nom (ipv4/checksum) ou un numéro (03.1).";
export const unknownOption = (option: string): string => `Option inconnue : ${option}.`;
export const unknownExercise = (wanted: string, known: readonly string[]): string =>
  `Exercice inconnu : « ${wanted} ». Exercices connus : ${known.join(", ")}.`;
export const noExercise = "Aucun exercice dans graders/.";
export const crashed = (detail: string): string => `L'examen s'est arrêté sur une erreur interne : ${detail}`;

/** The last line. */
export const summary = (folders: number, problems: number): string =>
  problems === 0
    ? `${folders} exercice${folders > 1 ? "s" : ""} : tout est en ordre.`
    : `${problems} défaut${problems > 1 ? "s" : ""} à corriger.`;
