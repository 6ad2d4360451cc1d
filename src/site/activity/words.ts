import { count, french, frenchNumber } from "#course/feedback/fr/typography.ts";

/** What the controls of an activity say; everything about its subject stands in its own file. */
export const words = {
  saved: french`Vos réponses s’enregistrent à mesure.`,
  progress: (right: number, all: number) =>
    `${count(right, "réponse juste", "réponses justes")} sur ${frenchNumber(all)}.`,

  check: "Vérifier",
  nothing: french`Donnez d’abord une réponse.`,
  right: "Juste",
  wrong: "À revoir",
  done: french`Tout est juste.`,
  keep: "Ce qu’il faut retenir",
  several: french`Cochez tout ce qui convient.`,
  choose: "choisir…",

  up: "Monter",
  down: "Descendre",
  moved: (text: string, at: number, all: number) => french`« ${text} » : place ${at} sur ${all}.`,

  step: (at: number, all: number) => `Étape ${at} sur ${all}`,
  question: (at: number, all: number) => `Question ${at} sur ${all}`,
  previous: "Précédente",
  next: "Suivante",
  columns: { choice: "Choix" },
  row: (cells: readonly string[]) => `Ligne ${cells.join(", ")}`,

  tableOf: (node: string) => `Table de ${node}`,
  tableColumns: ["Destination", "Masque", "Passerelle", "Interface"],
  cell: (node: string, row: number, column: string) => `${node}, ligne ${row}, ${column.toLowerCase()}`,
  run: "Envoyer les pings",
  pings: "Les pings, de chaque machine vers chaque autre",
  pingFrom: "de",
  pingOk: "revient",
  pingDead: "se perd",
  pingShow: (from: string, to: string) => `Montrer le ping de ${from} vers ${to}, qui se perd`,
  replay: "Rejouer ce ping trame par trame",
  path: (path: readonly string[]) => french`Chemin du paquet : ${path.join(" → ")}.`,
  internet: { S: "Internet 1", D: "Internet 2" } as Readonly<Record<string, string>>,

  drawingTable: "Le dessin en tableau",
  machine: "Machine",
  notes: "Ce qui est écrit",
  linked: "Reliée à",

  othersTitle: "Deux séries de réponses pour cette activité",
  others: french`Un autre onglet, ou un fichier importé, a enregistré d’autres réponses que les vôtres. Les deux sont gardées. Lesquelles continuez-vous ?`,
  otherFrom: (at: string) => `Les autres réponses, enregistrées ${at}`,
  keepMine: "Continuer avec les réponses à l’écran",
  takeOther: "Prendre les autres réponses",
  chosen: french`C’est noté. Les autres réponses sont dans « Réponses précédentes ».`,
  full: french`Le stockage du navigateur est plein : ces réponses ne sont pas enregistrées. Elles restent à l’écran ; faites de la place depuis « Mes travaux ».`,
  refused: french`Ce navigateur n’enregistre rien pour ce site. Vos réponses restent à l’écran jusqu’à la fermeture de la page.`,
  restart: "Tout effacer et recommencer",
  restartAsk: french`Effacer vos réponses à cette activité ? Elles restent dans « Réponses précédentes ».`,
  restarted: french`Les réponses sont effacées. Elles sont dans « Réponses précédentes ».`,
  earlier: (many: number) => `Réponses précédentes (${many})`,
  earlierFrom: (at: string, many: number) =>
    `Laissées ${at} : ${count(many, "réponse donnée", "réponses données")}`,
  recover: "Reprendre ces réponses",
  recovered: french`Les réponses choisies sont à l’écran.`,
  noAnswer: "rien",
} as const;
