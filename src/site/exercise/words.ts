import { count, french, frenchNumber } from "#course/feedback/fr/typography.ts";

const clock = new Intl.DateTimeFormat("fr", { hour: "2-digit", minute: "2-digit" });
const dayAndClock = new Intl.DateTimeFormat("fr", {
  day: "numeric",
  month: "long",
  hour: "2-digit",
  minute: "2-digit",
});
const day = 24 * 3600 * 1000;

/** « à 14:03 », « le 3 mars à 14:03 ». Times in milliseconds since 1970. */
export const when = (time: number, now: number): string =>
  now - time < day / 2 ? `à ${clock.format(time)}` : `le ${dayAndClock.format(time)}`;

/** What the exercise's own controls say. Verdicts are said by `course/feedback`. */
export const words = {
  loading: "L’éditeur se charge…",
  editorFailed: french`L’éditeur complet ne s’est pas chargé. L’éditeur simple le remplace : mêmes brouillons, même évaluation.`,

  editorLabel: (number: string) => `Votre texte, exercice ${number}`,
  tabLeaves: french`Échap puis Tab : sortir de l’éditeur.`,
  tabMode: "Tab sort de l’éditeur",
  toSimple: "Éditeur simple",
  toFull: "Éditeur complet",
  saved: (at: string) => `Enregistré ${at}.`,
  untouched: french`Enregistré à mesure que vous tapez.`,
  unsaved: "Non enregistré.",
  full: french`Le stockage du navigateur est plein : ce texte n’est pas enregistré. Il reste à l’écran ; copiez-le, ou faites de la place depuis « Mes travaux ».`,
  refused: french`Ce navigateur n’enregistre rien pour ce site. Votre texte reste à l’écran jusqu’à la fermeture de la page.`,
  noRoomToKeep: french`Le stockage du navigateur est plein : le texte actuel ne pourrait pas être gardé. Rien n’a été changé.`,
  damaged: (many: number) =>
    french`${count(many, "enregistrement abîmé a été mis", "enregistrements abîmés ont été mis")} de côté, sans être effacé${many > 1 ? "s" : ""}. Le reste est intact.`,

  runGroup: (number: string) => `Faire tourner votre fonction, exercice ${number}`,
  panelLabel: (number: string) => `Résultats, exercice ${number}`,
  grade: "Évaluer",
  gradeKeys: "Ctrl+Entrée",
  tryOut: "Essayer",
  stop: "Arrêter",
  grading: "Évaluation en cours…",
  trying: "Essai en cours…",
  stopped: french`Évaluation arrêtée. Votre texte est gardé.`,
  tryStopped: "Essai arrêté.",
  waiting: french`Le verdict s’affiche ici. « Évaluer » passe votre fonction par tous les cas ; « Essayer » la fait tourner sur une entrée de votre choix.`,
  stale: "Le texte a changé depuis ce verdict.",
  trialStale: "Le texte a changé depuis cet essai.",
  took: (ms: number) => `${frenchNumber(ms, 0)} ms`,
  goToLine: (line: number) => `Aller à la ligne ${line}`,
  printed: "Ce que votre fonction a écrit",
  caseLink: "Lien vers ce cas",
  copy: "Copier",
  copied: french`Lien copié. Il rejoue ce cas, sans votre texte.`,
  copyFailed: french`La copie a échoué : copiez l’adresse du lien à la main.`,
  nextTime: french`Ce cas est gardé : il passera en premier la prochaine fois.`,
  points: (points: number) => count(points, "point", "points"),
  next: "Ensuite",
  right: "Réussi",
  wrong: "À revoir",
  attention: "À noter",

  linked: french`Le lien ouvert contient un cas. Il sera rejoué en premier, à chaque évaluation de cette page.`,
  linkBroken: french`Le lien ouvert contient un cas illisible. L’exercice s’ouvre sans lui.`,
  linkDrop: "Ne plus rejouer ce cas",

  othersTitle: "Deux textes pour cet exercice",
  others: french`Un autre onglet, ou un fichier importé, a enregistré un texte différent du vôtre. Les deux sont gardés. Lequel continuez-vous ?`,
  otherFrom: (at: string) => `L’autre texte, enregistré ${at}`,
  keepMine: "Continuer avec le texte à l’écran",
  takeOther: "Prendre l’autre texte",
  chosen: french`C’est noté. L’autre texte est dans « Textes précédents ».`,
  givenUp: french`Le texte que vous ne prenez pas reste dans « Textes précédents ».`,

  verdict: "Verdict",
  trial: "Essai",
  example: "Entrée",
  ownInput: "votre entrée",
  run: "Lancer",
  runAll: "Lancer sur tous les exemples",
  expected: "attendu",
  actual: "obtenu",
  same: "✓ identique",
  other: "≠ différent",
  inputHelp: {
    bytes: "octets en hexadécimal",
    uint: (bits: number) => `entier de ${bits} bits, décimal ou 0x…`,
    value: french`JSON ; octets : "hex:45 00"`,
  },

  hint: (shown: number, all: number) =>
    shown === all ? `Indices ${shown}/${all}` : `Indice ${shown + 1}/${all}`,
  hintShown: (shown: number, all: number) => `Indice ${shown} sur ${all} affiché.`,
  restart: "Recommencer",
  restartAsk: french`Remettre le code de départ ? Votre texte reste dans « Textes précédents ».`,
  restarted: "Le code de départ est remis. Votre texte est dans « Textes précédents ».",
  solution: "Voir une solution",
  solutionHide: "Cacher la solution",
  solutionAsk: french`Voir la solution avant d’avoir réussi ? Ce sera noté dans « Mes travaux ».`,
  cancel: "Annuler",
  earlier: (many: number) => `Textes précédents (${many})`,
  earlierFrom: (at: string) => `Texte laissé ${at}`,
  recover: "Reprendre ce texte",
  recovered: french`Le texte choisi est à l’écran. Celui d’avant est dans « Textes précédents ».`,
} as const;
