import { count, french, frenchNumber } from "#course/feedback/fr/typography.ts";

/** What the page « Noter une classe » says. */
export const words = {
  drop: french`Déposez ici le dossier des remises, ou l’archive de Moodle (« Télécharger tous les travaux remis »).`,
  chooseFiles: "Choisir des fichiers ou des archives",
  chooseFolder: "Choisir un dossier",
  lab: "TP à noter",
  labNamed: "Celui que nomment les remises",
  labHelp: french`Pour un TP à vous, déposez aussi son fichier : \`tp9.yaml\`.`,
  files: (files: number) => french`${count(files, "fichier déposé", "fichiers déposés")}.`,
  grade: "Noter",
  again: "Noter de nouveau",
  stop: "Arrêter",
  reading: "Lecture des fichiers…",
  grading: (done: number, total: number) =>
    `${frenchNumber(done)} sur ${count(total, "remise notée", "remises notées")}`,
  left: (ms: number) => {
    const seconds = Math.ceil(ms / 1000);
    return seconds < 60
      ? french`encore ${seconds} s environ`
      : french`encore ${Math.ceil(seconds / 60)} min environ`;
  },
  stopped: french`La notation est arrêtée. Rien n’est gardé ; les fichiers restent prêts.`,
  failed: french`La notation a échoué. Rechargez la page et recommencez ; si cela se répète, utilisez la ligne de commande.`,
  nothing: french`Aucune remise dans ces fichiers. Une remise est un fichier \`.prip.json\`, seul ou dans une archive.`,
  severalLabs: (labs: readonly string[]) =>
    french`Les remises nomment plusieurs TP : ${labs.join(", ")}. Choisissez celui à noter ; les autres seront signalées.`,
  unknownLab: (lab: string) =>
    french`Le cahier n’a pas de TP « ${lab} ». Déposez son fichier avec les remises : \`${lab}.yaml\`.`,
  tooMany: (most: number) =>
    french`Plus de ${most} remises : cette page n’en note pas tant. En ligne de commande, \`npm run --silent class -- grade DOSSIER\` les note toutes, et reprend si on l’arrête.`,
  done: (handIns: number, problems: number) =>
    french`${count(handIns, "remise notée", "remises notées")} ; ${count(problems, "ligne dans problemes.csv", "lignes dans problemes.csv")}.`,
  download: "Enregistrer tous les fichiers (zip)",
  downloadHelp: french`L’archive contient notes.csv pour Moodle, resultats.csv, problemes.csv, junit.xml, classe.html et une page par étudiant.`,
  report: "Résultats de la classe",
  back: "Revenir à la classe",
  repairs: "Cinq pannes",
} as const;
