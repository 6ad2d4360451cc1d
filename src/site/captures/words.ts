import { count, french, frenchNumber } from "#course/feedback/fr/typography.ts";

/** What the page « Captures » says. */
export const words = {
  choose: "Choisir une capture",
  help: french`Choisissez un fichier .pcap ou .pcapng, ou déposez-le ici. Il est lu dans cette page et n’en sort pas.`,
  reading: "Lecture du fichier…",
  failures: {
    empty: french`Ce fichier est vide.`,
    "no-capture": (offset: number) =>
      french`Ce fichier n’est ni du pcap ni du pcapng : la lecture s’arrête à l’octet ${frenchNumber(offset)}. Dans Wireshark, enregistrez la capture sous l’un de ces formats.`,
    unreadable: french`Le navigateur n’a pas pu lire ce fichier.`,
  },
  read: (name: string, frames: number, format: string) =>
    french`${name} : ${count(frames, "trame", "trames")}, format ${format}.`,
  cut: (offset: number) =>
    french`Le fichier est coupé à l’octet ${frenchNumber(offset)}. Les trames d’avant sont entières.`,
  unknownLink: french`Certaines trames ne sont ni de l’Ethernet ni de l’IP : elles s’affichent en octets.`,
  page: (from: number, to: number, all: number) =>
    french`Trames ${frenchNumber(from)} à ${frenchNumber(to)} sur ${frenchNumber(all)}`,
  earlier: "Précédentes",
  later: "Suivantes",
  goTo: "Aller à la trame",
  frame: (number: number) => `Trame ${frenchNumber(number)}`,
  cutFrame: (kept: number, original: number) =>
    french`La capture n’a gardé que ${frenchNumber(kept)} octets sur ${frenchNumber(original)}.`,
  bytes: "Octets de la trame",

  compareTitle: french`Comparer avec votre fonction`,
  compareText: french`(exercice 02.2) lit chaque paquet IPv4 de la capture. La page s’arrête à la première trame où sa réponse s’écarte de la référence.`,
  compare: "Comparer",
  stop: "Arrêter",
  noText: french`Aucun texte pour l’exercice 02.2 dans ce navigateur. Écrivez d’abord la fonction.`,
  comparing: (done: number, all: number) =>
    french`${frenchNumber(done)} paquets comparés sur ${frenchNumber(all)}…`,
  noPackets: french`Cette capture ne contient aucun paquet IPv4.`,
  same: (all: number) =>
    french`${count(all, "paquet IPv4 : même réponse que la référence", "paquets IPv4 : mêmes réponses que la référence")}.`,
  differs: (frame: number) =>
    french`La trame ${frenchNumber(frame)} est la première où les réponses diffèrent.`,
  notOpened: french`Votre fonction ne s’ouvre pas. Évaluez-la dans l’exercice 02.2 : le verdict dit pourquoi.`,
  stopped: "Comparaison arrêtée.",
  member: "Champ",
  result: "résultat",
  expected: "Attendu",
  actual: "Obtenu",
} as const;
