import { french, frenchSpaces } from "../../course/feedback/fr/typography.ts";
import type { SignatureFault } from "./signature/parse-signature.ts";
import type { Option } from "./world.ts";

/** What authors read from `new:exercise`, `new:lab` and `new:chapter`. Each refusal says what to write instead. */
type ThingToMake = "exercise" | "lab" | "chapter";

const usages: Readonly<Record<ThingToMake, string>> = {
  exercise: `Crée le dossier d'un exercice, complet, avec un exemple à remplacer.

  npm run new:exercise -- <thème>/<nom> [options]

  <thème>/<nom>        par exemple ipv4/lire-le-ttl
  --title TITRE        le titre que lisent les étudiants
  --entry NOM          la fonction à écrire, par exemple readTtl
  --signature TYPE     par exemple "(header: Bytes) => number"
  --chapter N          le chapitre ; le numéro est le premier qui y est libre
  --number NN.M        ou le numéro lui-même, par exemple 03.9

  Ce qui manque est demandé.`,
  lab: `Crée le fichier d'un TP.

  npm run new:lab -- <tpN> [options]

  <tpN>                par exemple tp7
  --title TITRE        le titre que lisent les étudiants
  --activities LISTE   les activités, par exemple "03.1, 03.2"

  Ce qui manque est demandé.`,
  chapter: `Crée le fichier d'un chapitre.

  npm run new:chapter -- <numéro> [options]

  <numéro>             par exemple 10
  --title TITRE        le titre que lisent les étudiants

  Ce qui manque est demandé.`,
};

export const usage = (kind: ThingToMake): string => frenchSpaces(usages[kind]);

export const unknownKind = (word: string): string =>
  french`« ${word} » ne se crée pas ainsi. Lancez npm run new:exercise, new:lab ou new:chapter.`;

/** Node's message names the option. */
export const badOption = (detail: string): string => french`Une option n'est pas comprise : ${detail}`;

const questions: Readonly<Record<Option, string>> = {
  title: "Titre, pour les étudiants",
  entry: "Nom de la fonction à écrire",
  signature: "Signature, par exemple (header: Bytes) => number",
  number: "Numéro, par exemple 03.9",
  chapter: "Chapitre, par exemple 3",
  activities: "Activités, par exemple 03.1, 03.2",
};

export const question = (option: Option, fallback?: string): string =>
  french`${questions[option]}${fallback === undefined ? "" : ` [${fallback}]`} : `;

const examples: Readonly<Record<Option, string>> = {
  title: '--title "Lire le TTL"',
  entry: "--entry readTtl",
  signature: '--signature "(header: Bytes) => number"',
  number: "--number 03.9",
  chapter: "--chapter 3",
  activities: '--activities "03.1, 03.2"',
};

export const missing = (options: readonly Option[]): string =>
  french`Il manque ${options.map((option) => `--${option}`).join(", ")}, et aucun terminal ne permet de le demander. Ajoutez par exemple : ${options.map((option) => examples[option]).join(" ")}`;

export const empty = "La réponse est vide. Écrivez-la, ou arrêtez avec Ctrl+C.";

export const closed = "\nRien n'a été écrit.";

export const exists = (path: string): string =>
  french`${path} existe déjà : rien n'a été écrit. Choisissez un autre nom, ou modifiez ce qui est là.`;

export const badExerciseName = (name: string, instead: string): string =>
  french`« ${name} » n'est pas un nom d'exercice. Écrivez thème/nom, en minuscules sans accent, avec des tirets : ${instead}`;

export const badEntry = (name: string, instead: string): string =>
  french`« ${name} » n'est pas un nom de fonction du cahier. Écrivez-le en camelCase, sans accent : ${instead === "" ? "readTtl" : instead}`;

export const badChapter = (text: string): string =>
  french`« ${text} » n'est pas un numéro de chapitre. Écrivez un nombre de 1 à 18, par exemple 3.`;

export const badNumber = (text: string): string =>
  french`« ${text} » n'est pas un numéro d'exercice. Écrivez le chapitre sur deux chiffres, un point, puis la place : 03.9`;

export const numberTaken = (number: string, by: string, next: string): string =>
  french`Le numéro ${number} est déjà celui de ${by}. Le premier numéro libre du chapitre est ${next}.`;

/** What a signature may be made of. */
const supported = `Types compris : number, string, boolean, Bytes (Uint8Array), Ip, Mac, Cidr, "tcp" | "udp", T[], { a: T; b?: T }, Record<string, T>, T | null, et les types du cours (Route, Host…). Le résultat peut aussi être T | Fail.`;

export function badSignature({ code, text }: SignatureFault): string {
  switch (code) {
    case "no-signature":
      return french`« ${text} » n'est pas une signature. Écrivez par exemple : (header: Bytes, ttl: number) => boolean`;
    case "no-parameter":
      return french`La fonction ne reçoit rien. Donnez-lui au moins un paramètre, par exemple : (header: Bytes) => number`;
    case "parameter":
      return french`Le paramètre « ${text} » n'est pas compris. Écrivez un nom et un type, sans « ? », « ... » ni valeur par défaut ; vous pourrez en ajouter ensuite.`;
    case "type":
    case "result":
      return french`Le type « ${text} » n'est pas compris. ${supported} Commencez avec l'un d'eux, puis changez-le dans les fichiers.`;
  }
}

export const noExample = french`Aucun exemple ne se tire de cette signature : le résultat ou les paramètres n'ont qu'une valeur possible. ${supported}`;

export const exerciseMade = (id: string, number: string, files: readonly string[]): string => french`
graders/${id}/ contient maintenant l'exercice ${number}, complet, avec un exemple à remplacer :
${files.map((file) => `  ${file}`).join("\n")}

Rien d'autre n'est à inscrire : le site le montre à la page exercices/${id}/, et dans son chapitre dès que celui-ci écrit <Exercise id="${id}" />.

Pour la suite :
  npm run check -- ${id}     dit ce qui manque ; pour l'instant, rien
  npm run dev                puis http://localhost:4321/exercices/${id}/
  npm run --silent grade -- ${id} graders/${id}/solution.ts`;

export const badLabName = (name: string): string =>
  french`« ${name} » n'est pas un nom de TP. Écrivez tp et un nombre : tp7`;

export const badActivities = (text: string, unknown: string): string =>
  french`« ${unknown} » n'est le numéro d'aucune activité dans « ${text} ». Écrivez des numéros séparés par des virgules, par exemple : 03.1, 03.4 bis`;

export const labMade = (file: string, name: string): string => french`
${file} contient maintenant le ${name}. Les dates sont celles de la semaine prochaine : changez-les.

Pour la suite :
  ouvrez ${file}, et fixez les dates, les points et la politique de retard
  npm run dev                puis la page des TP
  npm run new:exercise -- ipv4/mon-exercice     si une activité manque`;

export const badChapterNumber = (text: string, chapters: number): string =>
  french`« ${text} » n'est pas un chapitre du programme. Écrivez un nombre de 1 à ${chapters}, par exemple : npm run new:chapter -- 10. Un chapitre de plus s'ajoute d'abord dans src/site/programme.ts.`;

export const chapterExists = (number: number, file: string): string =>
  french`Le chapitre ${number} existe déjà, dans ${file} : rien n'a été écrit.`;

export const chapterMade = (file: string, number: number): string => french`
${file} contient maintenant le chapitre ${number}, avec un exemple de chaque élément.

Pour la suite :
  npm run dev                puis http://localhost:4321/, où le chapitre ${number} est dans la liste
  npm run new:exercise -- thème/nom --chapter ${number}
  npm run format             avant d'enregistrer dans git`;

export const crashed = (detail: string): string =>
  french`La commande s'est arrêtée sur une erreur interne : ${detail}`;
