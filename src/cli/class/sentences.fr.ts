import { count, french, frenchSpaces } from "#course/feedback/fr/typography.ts";

const bytesExample = '`{"$bytes": "4500"}`';

/** What the command says. Commands and the manifest are code: French spacing would break them. */
export const usage = `${frenchSpaces(`Note un TP : un dossier de remises en entrée, des tableaux et des pages en sortie.

  npm run --silent class -- grade DOSSIER… [options]
  npm run --silent class -- merge PARTIE… --out DOSSIER

  DOSSIER        un dossier de remises, une remise (.prip.json) ou une archive zip. L'archive que donne
                 « Télécharger tous les travaux remis » dans Moodle convient telle quelle. Pour plusieurs
                 remises d'un étudiant, la dernière compte ; les autres sont citées.

  --lab TP       le TP à noter : son numéro (tp3) ou son fichier (chemin/tp9.yaml). Sans cette option, celui
                 que nomment les remises
  --seed N       votre graine pour les cas tirés au hasard, décimale ou 0x… (0x7f3a par défaut)
  --private DIR  un dossier hors du site, avec vos exercices et vos cas (voir plus bas)
  --out DIR      le dossier des résultats (notes-tp3 par défaut)
  --jobs N       le nombre de fils d'exécution (un par cœur par défaut)
  --shard I/N    ne note que la partie I sur N ; I va de 0 à N-1
  --help         cette aide

Une évaluation interrompue reprend où elle s'est arrêtée : relancez la même commande. Chaque copie notée est
aussitôt écrite dans copies.ndjson ; elle n'est notée de nouveau que si la remise, le TP, la graine ou un
exercice a changé.

Dossier privé. Il a la forme de graders/ : DIR/ipv4/checksum/exercise.ts remplace l'exercice ipv4/checksum du
site, et un nom nouveau ajoute un exercice. DIR/ipv4/checksum/cases.json ajoute des cas, avec ou sans
exercise.ts : une liste de listes d'arguments en JSON, où une suite d'octets s'écrit ${bytesExample}.

Plusieurs machines. Chaque partie lit toutes les remises et note les étudiants dont le numéro lui revient ;
« merge » donne, à l'octet près, les résultats d'une seule évaluation.

  parallel npm run --silent class -- grade remises/ --lab tp3 --shard {}/4 --out partie-{} ::: 0 1 2 3
  npm run --silent class -- merge partie-0 partie-1 partie-2 partie-3 --out notes-tp3

Avec Kubernetes, un Job indexé donne à chaque Pod son numéro dans JOB_COMPLETION_INDEX :`)}

  apiVersion: batch/v1
  kind: Job
  metadata: { name: notes-tp3 }
  spec:
    completionMode: Indexed
    completions: 4
    parallelism: 4
    template:
      spec:
        restartPolicy: OnFailure
        containers:
          - name: notation
            image: registry.example/prip:1
            command: ["/bin/sh", "-c"]
            args:
              - npm run --silent class -- grade /remises --lab tp3
                --shard "$JOB_COMPLETION_INDEX/4" --out "/notes/partie-$JOB_COMPLETION_INDEX" || [ $? -eq 3 ]

${frenchSpaces("Code de sortie : 0 tout est noté, 3 tout est noté et problemes.csv demande un regard, 2 mauvais usage ou erreur.")}`;

export const sentences = {
  seeHelp: "Aide : npm run --silent class -- --help".replace(" :", "\u202f:"),
  unknownCommand: (name: string) =>
    french`« ${name} » n'est pas une commande. Écrivez grade ou merge devant les dossiers.`,
  unknownOption: (option: string) => french`L'option « ${option} » n'existe pas.`,
  badArguments: "La ligne de commande contient une option sans valeur, ou une valeur de trop.",
  missingFolder: "Il manque le dossier des remises.",
  missingParts: "Il manque les dossiers des parties à réunir.",
  mergeNeedsOut: "Ajoutez --out et le dossier où écrire les résultats réunis.",
  shardNeedsOut: "Avec --shard, ajoutez --out : chaque partie a son dossier.",
  badSeed: (text: string) =>
    french`La graine « ${text} » n'est pas un entier de 0 à 4 294 967 295, décimal ou hexadécimal (0x7f3a).`,
  badShard: (text: string) =>
    french`« ${text} » n'est pas une partie. Écrivez 0/4 pour la première de quatre, 3/4 pour la dernière.`,
  badJobs: (text: string) => french`« ${text} » n'est pas un nombre de fils d'exécution de 1 à 999.`,
  noSuchPath: (path: string) => french`« ${path} » n'existe pas. Vérifiez le chemin et le dossier courant.`,
  unreadablePath: (path: string) =>
    french`« ${path} » ne se laisse pas lire. Vérifiez vos droits d'accès à ce fichier ou à ce dossier.`,
  unknownLab: (name: string, known: readonly string[]) =>
    french`Aucun TP ne s'appelle « ${name} ».` +
    (known.length === 0
      ? ""
      : french` Écrivez --lab et l'un de ceux-ci : ${known.join(", ")} ; ou le chemin d'un fichier YAML.`),
  nothingFound: (problems: number) =>
    problems === 0
      ? "Aucune remise ici. Donnez le dossier ou l'archive qui contient les fichiers .prip.json."
      : french`Aucune remise lisible parmi ${count(problems, "fichier", "fichiers")}. Ajoutez --lab pour savoir ce qui ne va pas : problemes.csv le dit fichier par fichier.`,
  severalLabs: (labs: readonly string[]) =>
    french`Les remises viennent de plusieurs TP : ${labs.join(", ")}. Ajoutez --lab ${labs[0] ?? ""}, ou un autre d'entre eux.`,
  badCases: (file: string) =>
    french`« ${file} » n'est pas une liste de listes d'arguments en JSON, comme [[{"$bytes": "4500"}]].`,
  caseNotAccepted: (file: string, place: number) =>
    french`« ${file} », cas ${place} : l'énoncé ne prévoit pas ces arguments.`,
  resultsAmongHandIns: (path: string) =>
    french`Les résultats iraient parmi les remises de « ${path} ». Donnez un autre dossier avec --out.`,
  cannotWrite: (path: string, detail: string) =>
    french`Les résultats ne peuvent pas aller dans « ${path} » : ce n'est pas un dossier, ou vous n'avez pas le droit d'y écrire. Donnez un autre dossier avec --out. Détail : ${detail}.`,
  beingWritten: (path: string, lock: string) =>
    french`Une autre notation écrit déjà dans « ${path} ». Attendez sa fin, ou donnez un autre dossier avec --out. Si aucune ne tourne, supprimez « ${lock} ».`,
  privateStatement: (file: string) =>
    french`Il manque « ${file} » : un exercice que le site n'a pas a besoin d'un énoncé, dont le titre et les phrases vont dans les pages.`,
  notFinished: (folder: string, file: string) =>
    french`« ${folder} » n'est pas une partie terminée : ${file} manque ou est abîmé. Relancez sa notation.`,
  otherClass: (folder: string) =>
    french`« ${folder} » vient d'un autre TP, d'une autre graine ou d'autres exercices. Notez toutes les parties avec la même commande.`,
  otherDivision: (folder: string) =>
    french`« ${folder} » n'est pas une partie de la même division. Notez toutes les parties avec le même N de --shard I/N.`,
  missingShards: (missing: readonly number[], of: number) =>
    french`Il manque ${missing.map((index) => `${index}/${of}`).join(", ")}. Donnez aussi ce dossier, ou notez cette partie.`,
  shardTwice: "La même partie est donnée deux fois.",
  repairsTitle: "Cinq pannes",
  defaultOut: (lab: string) => `notes-${lab}`,
  done: (run: { handIns: number; problems: number; out: string; resumed: number }) =>
    [
      french`${count(run.handIns, "remise notée", "remises notées")}${run.resumed === 0 ? "" : `, dont ${run.resumed} lors d'une exécution précédente`}.`,
      french`Résultats : ${run.out}`,
      run.problems === 0
        ? "Aucun fichier ne pose problème."
        : french`À voir d'abord : problemes.csv, ${count(run.problems, "ligne", "lignes")}.`,
      french`Puis classe.html : les notes, et ce que la classe n'a pas compris.`,
    ].join("\n"),
  unexpected: (detail: string) =>
    french`La notation s'est arrêtée sur une erreur. Ce qui est noté est gardé : relancez la commande. Détail à signaler : « ${detail} ».`,
};
