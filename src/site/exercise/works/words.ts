import { count, french, frenchNumber } from "#course/feedback/fr/typography.ts";

/** What the page « Mes travaux » says. */
export const words = {
  none: french`Rien n’est encore enregistré dans ce navigateur.`,
  total: (passed: number, exercises: number, points: number, of: number) =>
    `${count(passed, "exercice réussi", "exercices réussis")} sur ${frenchNumber(exercises)}, ${frenchNumber(points)} sur ${count(of, "point", "points")}.`,
  state: { none: "—", started: "en cours", passed: "✓ réussi" },
  versions: french`deux textes : à choisir`,
  solutionSeen: "solution vue",
  never: "—",
  strangers: french`Ce navigateur garde aussi des travaux d’exercices que ce cahier n’a pas (ou plus). Ils sont dans l’export :`,

  fileTitle: "Emporter et rapporter",
  fileText: french`Tout tient dans un fichier : textes, essais, points. Gardez-le, ou ouvrez-le dans un autre navigateur. Il ne contient rien d’autre.`,
  export: "Exporter mes travaux",
  exported: (name: string) => `Fichier ${name} créé.`,
  import: "Importer un fichier",
  importHelp: french`Choisissez un export ou une remise, ou déposez le fichier ici. Rien n’est changé avant votre accord.`,
  importTitle: (date: string | null) => (date === null ? "Fichier sans date" : `Fichier du ${date}`),
  handInTitle: (lab: string, name: string, date: string | null) =>
    `Remise du ${lab.replace("tp", "TP ")}, ${name}${date === null ? "" : `, ${date}`}`,
  takeStudent: (student: string) => `Rendre désormais sous le nom de ${student}`,
  replaceStudent: (here: string, there: string) =>
    french`Rendre désormais sous le nom de ${there} (ici : ${here})`,
  importNothing: french`Ce fichier n’apporte rien de nouveau.`,
  importAsk: french`Voici ce que l’import change. Rien de ce qui est ici n’est perdu.`,
  importDo: "Importer",
  imported: french`Import terminé.`,
  importFull: french`Le stockage du navigateur est plein : l’import n’est pas complet. Rien de ce qui était ici n’est perdu.`,
  importRefused: french`Ce navigateur n’enregistre rien pour ce site : l’import n’a pas eu lieu.`,
  notIntact: french`Ce fichier a été modifié depuis que le cahier l’a fait. Vérifiez ce qui suit avant d’importer.`,
  unreadable: (many: number) =>
    french`${count(many, "exercice du fichier est illisible et sera laissé", "exercices du fichier sont illisibles et seront laissés")} de côté.`,
  failures: {
    "not-json": french`Ce fichier n’est pas du JSON, ou il est coupé. Choisissez un fichier prip-travaux.json ou une remise (.prip.json), en entier.`,
    "not-ours": french`Ce fichier ne vient pas de ce cahier. Choisissez un fichier prip-travaux.json ou une remise (.prip.json).`,
    "newer-version": french`Ce fichier vient d’une version plus récente du cahier. Mettez ce cahier à jour, puis recommencez.`,
    damaged: french`Cette remise est abîmée : il y manque quelque chose, ou une valeur y est impossible. Choisissez le fichier d’origine.`,
    "not-read": french`Le navigateur n’a pas pu lire ce fichier.`,
  },
  text: {
    same: null,
    new: "un texte",
    newer: french`une suite de votre texte`,
    both: french`un texte différent du vôtre : les deux sont gardés, vous choisirez dans l’exercice`,
  },
  answers: {
    same: null,
    new: "des réponses",
    newer: french`une suite de vos réponses`,
    both: french`d’autres réponses que les vôtres : les deux séries sont gardées, vous choisirez dans l’activité`,
  },
  attempts: (many: number) => count(many, "évaluation", "évaluations"),
  earlier: (many: number) => count(many, "texte précédent", "textes précédents"),
  rest: "indices ou cas gardés",

  roomTitle: "Place dans le navigateur",
  room: (units: number) => french`Vos travaux occupent ${kilo(units)} sur environ 5 000.`,
  refused: french`Ce navigateur n’enregistre rien pour ce site (navigation privée, ou données bloquées). Un texte disparaît avec la page où vous le tapez : copiez-le ailleurs, ou changez de navigateur.`,
  damaged: (many: number, units: number) =>
    french`${count(many, "enregistrement abîmé a été mis", "enregistrements abîmés ont été mis")} de côté (${kilo(units)}). Le reste est intact.`,
  saveDamaged: "Enregistrer les données abîmées dans un fichier",
  eraseDamaged: "Effacer les données abîmées",
  eraseDamagedAsk: french`Effacer les données abîmées ? Rien ne les ramène.`,
  eraseEarlier: "Effacer les textes précédents",
  eraseEarlierAsk: (units: number) =>
    french`Effacer les textes laissés par « Recommencer » ou par un choix (${kilo(units)}) ? Les textes en cours restent.`,
  eraseTitle: "Tout effacer",
  eraseText: french`Efface de ce navigateur les textes, les essais et les points de tous les exercices, et le nom sous lequel vous rendez les TP.`,
  erase: "Tout effacer",
  eraseAsk: french`Exportez d’abord : après, rien ne ramène vos travaux. Tout effacer ?`,
  erased: "Tout est effacé.",
} as const;

function kilo(units: number): string {
  return units < 1000
    ? "moins de 1 millier de caractères"
    : `${frenchNumber(units / 1000, 0)} milliers de caractères`;
}
