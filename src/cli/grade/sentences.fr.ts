import { frenchNumber, french, frenchSpaces } from "#course/feedback/fr/typography.ts";

/** What the command says besides verdicts. */
export const usage = frenchSpaces(`Évalue la fonction d'un fichier TypeScript.

  npm run --silent grade -- <exercice> <fichier.ts> [options]
  npm run --silent grade -- --list [--json]

  <exercice>     l'identifiant (ipv4/checksum) ou le numéro (03.1)
  <fichier.ts>   le fichier à évaluer ; - lit l'entrée standard

  --json         le verdict en JSON, sur une ligne
  --seed N       la graine des cas tirés au hasard, décimale ou 0x… (0x7f3a par défaut)
  --runs N       le nombre de cas tirés au hasard (200 par défaut)
  --case CAS     un cas à passer en premier : la liste des arguments en JSON, ou le lien d'un cas du site
  --list         la liste des exercices
  --help         cette aide

  Code de sortie : 0 réussi, 1 non réussi, 2 mauvais usage ou erreur du correcteur.`);

export const sentences = {
  seeHelp: "Aide : npm run --silent grade -- --help".replace(" :", "\u202f:"),
  unknownOption: (option: string) => french`L'option « ${option} » n'existe pas.`,
  badArguments: "La ligne de commande n'est pas complète ou contient une option sans valeur.",
  missingExercise: "Il manque l'exercice et le fichier à évaluer.",
  missingFile: "Il manque le fichier à évaluer.",
  tooManyArguments: (extra: string) =>
    french`« ${extra} » est de trop. La commande prend un exercice et un fichier.`,
  badSeed: (text: string) =>
    french`La graine « ${text} » n'est pas un entier de 0 à 4 294 967 295, décimal ou hexadécimal (0x7f3a).`,
  badRuns: (text: string) =>
    french`Le nombre de cas « ${text} » n'est pas un entier de 0 à ${frenchNumber(100_000)}.`,
  badCase: "Le cas donné n'est ni une liste d'arguments en JSON ni le lien d'un cas du site.",
  caseNotAccepted: (call: string) =>
    french`L'énoncé ne prévoit pas ce cas : les arguments ne conviennent pas à \`${call}\`.`,
  unknownExercise: (name: string, nearest: readonly string[]) =>
    french`Aucun exercice ne s'appelle « ${name} ».` +
    (nearest.length === 0 ? "" : french` Les plus proches : ${nearest.join(", ")}.`) +
    french` La liste : npm run --silent grade -- --list`,
  file: {
    missing: (path: string) =>
      french`Le fichier « ${path} » n'existe pas. Vérifiez son nom et le dossier courant.`,
    folder: (path: string) => french`« ${path} » est un dossier. Donnez le fichier TypeScript à évaluer.`,
    forbidden: (path: string) => french`Le fichier « ${path} » ne peut pas être lu : l'accès est refusé.`,
    unreadable: (path: string, code: string) => french`Le fichier « ${path} » ne peut pas être lu (${code}).`,
  },
  statementMissing: (path: string) => french`Il manque l'énoncé ${path}.`,
  broken: (id: string, detail: string) => french`L'exercice ${id} ne se charge pas : « ${detail} ».`,
  unexpected: (detail: string) =>
    french`Le correcteur s'est trompé, pas vous. Détail à signaler : « ${detail} ».`,
  level: (level: number) => `niveau ${level}`,
  points: (points: number) => `${frenchNumber(points)} ${points < 2 ? "point" : "points"}`,
};
