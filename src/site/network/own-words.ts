import { french, frenchNumber } from "#course/feedback/fr/typography.ts";

/** What the network with the reader's own functions says. */
export const ownWords = {
  functions: "Qui décide dans les nœuds",
  inNodes: (nodes: readonly string[] | null) =>
    nodes === null ? french`dans toutes les machines` : french`dans ${nodes.join(", ")}`,
  yours: "votre fonction",
  reference: "la référence",
  noText: french`aucun texte dans ce navigateur : la référence`,
  command: (node: string) => french`Commande, sur ${node}`,
  run: "Faire circuler",
  running: "Le réseau tourne…",
  done: french`La commande est terminée.`,
  printed: "Ce que vos fonctions ont écrit",
  stopped: french`La simulation a dû être arrêtée : une fonction ne se termine pas.`,
  failed: french`La simulation s’est trompée, pas vous. Votre code est gardé.`,
  notOpened: (entry: string) =>
    french`Votre fonction ${entry} ne s’ouvre pas. Évaluez-la dans son exercice : le verdict dit pourquoi.`,
  threw: (entry: string, detail: string, line: number | null) =>
    line === null
      ? french`Votre fonction ${entry} s’arrête : « ${detail} ». Le réseau s’est arrêté avec elle.`
      : french`Votre fonction ${entry} s’arrête à la ligne ${line} : « ${detail} ». Le réseau s’est arrêté avec elle.`,
  endless: (entry: string) => french`Votre fonction ${entry} ne se termine pas sur l’un de ces paquets.`,
  restless: (entry: string, calls: string) =>
    french`Le réseau ne trouve pas le repos : ${entry} a été appelée ${frenchNumber(Number(calls))} fois, et chaque trame en provoque d’autres. Il est arrêté là ; le dessin montre comment cela commence. L’une de vos fonctions répond à ce qui ne demande rien.`,
  restarted: french`Le réseau redémarre avec ce choix.`,
  memory: (entry: string) => french`Votre fonction ${entry} demande trop de mémoire sur l’un de ces paquets.`,
  unusable: (entry: string, detail: string) =>
    french`Votre fonction ${entry} rend ${detail} : le nœud ne sait pas quoi en faire. Relisez la forme du résultat dans l’énoncé.`,
} as const;
