import type { Student } from "#course/classroom/hand-in.ts";
import { count, french, frenchNumber } from "#course/feedback/fr/typography.ts";

/** Who, on one line: « Zoé D'Août, 22301234, groupe B2 ». */
export const studentText = ({ name, number, group }: Student): string =>
  [name, number, ...(group === "" ? [] : [`groupe ${group}`])].join(", ");

/** What the hand-in part of a lab's page says. */
export const words = {
  title: "Rendre",
  none: french`Rien n’est encore écrit : la remise serait vide.`,
  full: (all: number) =>
    french`Votre remise contient ${all === 1 ? "l’activité du TP" : `les ${frenchNumber(all)} activités du TP`}.`,
  partial: (done: number, all: number) =>
    french`Votre remise contient ${count(done, "activité", "activités")} sur ${frenchNumber(all)}.`,
  empty: french`Sans texte ni réponse :`,
  versions: french`Deux textes attendent un choix ; le plus récent est rendu :`,

  name: "Nom et prénom",
  number: "Numéro étudiant",
  group: french`Groupe (s’il y en a un)`,
  kept: french`Ces informations restent dans ce navigateur, pour les prochains TP. Elles sont écrites dans la remise et nulle part ailleurs.`,
  faults: {
    name: french`Écrivez votre nom, en 200 caractères au plus.`,
    number: french`Écrivez votre numéro : des chiffres ou des lettres, sans espace.`,
    group: french`Écrivez le groupe en 80 caractères au plus.`,
  },
  as: "Vous rendez sous le nom de",
  edit: "Modifier",
  handIn: french`Rendre : créer le fichier`,
  made: (file: string) => french`Fichier ${file} créé. Il n’est rendu qu’une fois déposé.`,

  lastTitle: (made: string) => french`Dernière remise, faite le ${made}`,
  file: french`Fichier :`,
  deposit: french`Déposez ce fichier tel quel à l’endroit que votre enseignant indique. Rien n’est parti de cette machine : sans dépôt, il n’est pas rendu.`,
  replaces: french`Une remise plus récente remplace celle-ci. Vous pouvez donc continuer, puis rendre de nouveau.`,
  stale: french`Vous avez travaillé depuis : cette remise n’a pas vos derniers changements.`,

  againTitle: "Continuer sur une autre machine",
  againText: french`Ouvrez ici le fichier d’une remise, ou l’export de « Mes travaux » : vos textes, vos réponses et vos essais reviennent.`,
} as const;
