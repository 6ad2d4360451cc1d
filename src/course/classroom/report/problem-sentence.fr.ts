import { count, french, frenchNumber, frenchSpaces } from "../../feedback/fr/typography.ts";
import type { Problem } from "../graded.ts";

/** For each code: what happened, then what the teacher can do. */
const sentences: Readonly<Record<Problem["code"], string>> = {
  "broken-zip": "L'archive ne s'ouvre pas. Téléchargez-la de nouveau, ou demandez le fichier à l'étudiant.",
  "not-json":
    "Le fichier est vide, tronqué ou illisible. Demandez à l'étudiant de rendre de nouveau le fichier que donne « Rendre », sans l'ouvrir dans un autre logiciel.",
  "not-ours":
    "Ce fichier n'est pas une remise du cahier. S'il devait en être une, demandez à l'étudiant son fichier `.prip.json`.",
  "newer-version":
    "La remise vient d'une version plus récente du cahier. Mettez votre copie du cahier à jour, puis relancez la notation.",
  damaged:
    "La remise est abîmée : un élément manque ou n'a pas la forme attendue. Demandez-la de nouveau à l'étudiant.",
  "changed-by-hand":
    "La remise a été modifiée après sa création. Les textes qu'elle contient sont notés ; les essais, les dates et le temps qu'elle indique sont à prendre avec prudence. Voyez avec l'étudiant.",
  "other-lab":
    "La remise appartient à un autre TP. Elle n'est pas comptée ici. Demandez la bonne, ou notez-la avec son propre TP.",
  "unknown-activity":
    "La remise contient une activité que ce TP n'a pas. Cette activité est laissée de côté, le reste est noté.",
  "unknown-version":
    "L'étudiant a travaillé sur une autre version de cette activité. Elle est notée avec la version d'ici. Relisez-la si le résultat surprend.",
  "same-number":
    "Deux étudiants ont donné le même numéro. Vérifiez à qui il appartient, demandez à l'autre une remise avec son propre numéro, puis relancez la notation.",
  "claim-differs":
    "Le cahier de l'étudiant annonçait un autre résultat que la notation. La note suit la notation. Relisez le texte avant d'en parler avec l'étudiant.",
  "out-of-memory":
    "Le programme demande trop de mémoire et a été arrêté. L'activité n'est pas réussie, le reste est noté. Rien n'est à faire.",
  timeout:
    "L'évaluation de ce programme a dû être arrêtée. L'activité n'est pas réussie, le reste est noté. Si la machine était très chargée, relancez la notation.",
  "internal-error":
    "Le correcteur s'est trompé, pas l'étudiant. Relancez la notation. Si l'erreur revient, notez cette activité à la main et signalez l'erreur avec son détail.",
  "too-large":
    "Le fichier dépasse la taille acceptée et n'a pas été ouvert. Demandez à l'étudiant le fichier que donne « Rendre ».",
  "odd-date":
    "La remise porte une date plus ancienne que le travail qu'elle contient. Une horloge était fausse, ou la date a été changée. Comparez avec la date de dépôt dans Moodle avant de compter un retard.",
  unreadable:
    "Ce fichier ou ce dossier ne se laisse pas lire. Vérifiez vos droits d'accès, puis relancez la notation.",
};

/** What happened with a file and what to do, then what is known of it. */
export function problemSentence({ code, detail }: Pick<Problem, "code" | "detail">): string {
  const known = detail === "" ? null : detailText(code, detail);
  return frenchSpaces(sentences[code]) + (known === null ? "" : ` ${known}`);
}

/** The detail in words; null where it says nothing to a teacher. */
function detailText(code: Problem["code"], detail: string): string | null {
  switch (code) {
    case "damaged":
      return french`Élément en cause : ${detail}.`;
    case "other-lab":
      return french`TP de la remise : ${detail}.`;
    case "same-number":
      return french`Noms donnés : ${detail}.`;
    case "unknown-version":
    case "newer-version":
      return french`Version de la remise : ${detail}.`;
    case "too-large":
      return french`Taille : ${frenchNumber(Number(detail), 0)} octets.`;
    case "claim-differs":
      return detail === "passed"
        ? "Le cahier annonçait l'activité réussie."
        : "Le cahier annonçait l'activité non réussie.";
    case "broken-zip":
    case "internal-error":
    case "unknown-activity":
    case "unreadable":
      return french`Détail : ${detail}.`;
    case "not-ours":
      return french`Dans le même dossier, non nommés ici : ${count(Number(detail), "autre fichier", "autres fichiers")}.`;
    case "not-json":
    case "changed-by-hand":
    case "odd-date":
    case "out-of-memory":
    case "timeout":
      return null;
  }
}
