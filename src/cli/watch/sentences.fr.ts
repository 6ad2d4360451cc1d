import type { Phase } from "#course/classroom/phase.ts";
import { count, french, frenchNumber, frenchSpaces } from "#course/feedback/fr/typography.ts";
import type { Task } from "./tasks.ts";

/** What the command says besides verdicts. */
export const usage = frenchSpaces(`Travailler hors ligne, dans son propre éditeur.

  npm run --silent watch -- <dossier> [options]

  <dossier>      où sont vos fichiers ; ce qui manque y est écrit, rien n'y est écrasé

  --once         évalue ce qui a changé depuis la dernière fois, puis s'arrête
  --only NOM     un chapitre (02) ou un exercice (02.1, ipv4/checksum) ; peut se répéter
  --lab TP       les exercices d'un TP : tp3
  --rendre TP    évalue ce qui a changé, puis écrit la remise du TP dans le dossier ; ajoutez
                 --nom "Prénom Nom" --numero 22301234 et, s'il y en a un, --groupe G2
  --ouvrir FICHIER.prip.json
                 apporte dans le dossier une remise, ou l'export de la page « Mes travaux »
  --help         cette aide

  Sans --once, la commande reste ouverte et évalue chaque fichier enregistré. Ctrl+C l'arrête.

  Code de sortie : 0 tout ce qui a été évalué est juste, 1 non, 2 mauvais usage ou dossier inutilisable.`);

const bar = (done: number, all: number): string => {
  const filled = all === 0 ? 0 : Math.floor((20 * done) / all);
  return "█".repeat(filled) + "░".repeat(20 - filled);
};

const name = ({ exercise, statement }: Task): string => `${exercise.number} ${statement.title}`;

export const sentences = {
  seeHelp: french`Aide : npm run --silent watch -- --help`,
  unknownOption: (option: string) => french`L'option « ${option} » n'existe pas.`,
  badArguments: "La ligne de commande n'est pas complète ou contient une option sans valeur.",
  missingFolder: french`Il manque le dossier de vos exercices : npm run --silent watch -- mes-exercices/`,
  tooManyArguments: (extra: string) => french`« ${extra} » est de trop. La commande prend un seul dossier.`,
  unknownSelection: (given: string, nearest: readonly string[]) =>
    french`Aucun chapitre ni exercice ne s'appelle « ${given} ».` +
    (nearest.length === 0 ? "" : french` Les plus proches : ${nearest.join(", ")}.`),
  unexpected: (detail: string) =>
    french`Le cahier s'est trompé, pas vous. Détail à signaler : « ${detail} ».`,

  folder: {
    forbidden: (path: string) =>
      french`« ${path} » ne peut pas être écrit : l'accès est refusé. Choisissez un dossier qui vous appartient.`,
    isFile: (path: string) =>
      french`« ${path} » gêne : un dossier est attendu là où il y a un fichier, ou l'inverse. Choisissez un autre nom.`,
    full: (path: string) =>
      french`« ${path} » ne peut pas être écrit : le disque est plein. Rien n'a été perdu ; faites de la place et recommencez.`,
    unusable: (path: string, code: string) => french`« ${path} » ne peut pas être utilisé (${code}).`,
    gone: (path: string) =>
      french`Le dossier « ${path} » n'existe plus. Relancez la commande pour l'écrire à nouveau.`,
  },
  cannotWatch: (path: string, code: string) =>
    french`Le système ne peut pas surveiller « ${path} » (${code}). Ajoutez --once, et relancez la commande après chaque enregistrement.`,

  nothingOfLab: (lab: string) => french`Aucun des exercices choisis n'est dans ${lab}.`,
  onSite: (numbers: readonly string[]) =>
    french`Ce TP a aussi des activités sans code, à faire sur le site : ${numbers.join(", ")}.`,
  whoHandsIn: french`Dites qui rend : --nom "Prénom Nom" --numero 22301234, et --groupe G2 s'il y a des groupes.`,
  badStudent: (option: string) =>
    option === "--numero"
      ? french`La valeur de --numero n'est pas un numéro d'étudiant : lettres, chiffres et tirets, sans espace.`
      : french`La valeur de ${option} est vide ou trop longue.`,
  handedIn: {
    row: (number: string, earned: number | null, points: number) =>
      `  ${number.padEnd(10)}${earned === null ? "rien" : frenchNumber(earned)} sur ${frenchNumber(points)}`,
    list: (path: string, rows: readonly string[], points: number) =>
      french`\nLa remise est écrite : ${path}\n${rows.join("\n")}\n` +
      french`Les points sont sur ${frenchNumber(points)} ; ceux qui comptent sont donnés par votre enseignant.`,
    when: (phase: Phase): string => {
      switch (phase.kind) {
        case "before":
          return "Le TP n'est pas encore ouvert.";
        case "open":
          return "Déposez ce fichier avant la date de remise.";
        case "late":
          return french`La date de remise est passée : ${count(phase.days, "jour", "jours")} de retard, il reste ${frenchNumber(100 * phase.kept)} % des points.`;
        case "closed":
          return "La date de remise est passée : ce fichier ne compte plus.";
      }
    },
  },

  written: (files: number, folder: string) =>
    french`${count(files, "fichier écrit", "fichiers écrits")} dans ${folder}.`,
  otherTypes: (path: string) =>
    french`Les types du cours ont changé depuis que « ${path} » a été écrit. Supprimez ce fichier pour qu'il le soit à nouveau.`,
  aside: (file: string) =>
    french`Le fichier de vos essais n'est pas lisible en entier. Il est mis de côté sous le nom « ${file} » ; vos fichiers .ts sont intacts.`,
  notWorks: {
    "not-json": (path: string) =>
      french`« ${path} » n'est pas du JSON, ou il est coupé. Donnez une remise (.prip.json) ou un export de « Mes travaux » entiers.`,
    "not-ours": (path: string) =>
      french`« ${path} » ne vient pas du cahier. Donnez une remise (.prip.json) ou un export de « Mes travaux ».`,
    "newer-version": (path: string) =>
      french`« ${path} » vient d'une version plus récente du cahier. Mettez ce cahier à jour, puis recommencez.`,
    damaged: (path: string) =>
      french`« ${path} » est une remise abîmée : rien n'en est lu. Rendez-la à nouveau depuis le cahier qui l'a faite.`,
  },
  opened: (path: string, works: number) =>
    french`« ${path} » est ouvert : ${count(works, "activité", "activités")}, textes et essais compris.`,
  notIntact: "Ce fichier a été modifié depuis que le cahier l'a écrit.",
  leftOut: (works: number) =>
    french`${count(works, "activité illisible est laissée", "activités illisibles sont laissées")} de côté.`,
  brought: ({ exercise, file }: Task) => french`${exercise.number} : le texte est dans ${file}.`,
  broughtBeside: ({ exercise, file }: Task, kept: string) =>
    french`${exercise.number} : le texte est dans ${file} ; celui qui y était est gardé dans ${kept}.`,
  heading: (task: Task, path: string) => `\n── ${name(task)}\n   ${path}\n`,
  notCounted: french`  Le texte n'a pas changé : cet essai n'est pas compté.`,
  gone: (path: string, begun: boolean) =>
    french`Le fichier « ${path} » n'est plus là. Il est écrit à nouveau au prochain démarrage, ` +
    (begun ? "avec le dernier texte enregistré." : "tel qu'il était au départ."),
  stranger: (file: string, { exercise, file: right }: Task) =>
    french`« ${file} » n'est pas évalué : le fichier de l'exercice ${exercise.number} se nomme « ${right} ».`,
  nothingNew: "Rien n'a changé depuis la dernière fois.",
  progress: (done: number, all: number) => `\n${String(done)} / ${String(all)}  ${bar(done, all)}`,
  allPassed: "Tout est réussi.",
  next: (task: Task, path: string, begun: boolean) =>
    `${begun ? "À reprendre" : "À ouvrir"}\u202f: ${name(task)}\n  ${path}`,
  waiting: french`Enregistrez le fichier pour l'évaluer. Ctrl+C pour arrêter.`,
  stopped: (file: string) => french`Arrêté. Vos essais sont gardés dans ${file}.`,
};
