import type { ExampleMistake } from "./code-files.ts";
import type { Example, Wanted } from "./plan.ts";

/** `statement.fr.mdx`: everything that people read, in French, with remarks for the author. */
export function statementFile(
  { title, entry, signature }: Wanted,
  { constants }: Example,
  mistakes: readonly ExampleMistake[],
): string {
  const names = signature.parameters
    .map(({ name }) => `\`${name}\``)
    .join(", ")
    .replace(/, (?=[^,]*$)/, " et ");
  const quoted = (text: string): string => JSON.stringify(text);
  return `---
title: ${quoted(title)}
# Une phrase pour les listes : ce que l'on écrit, et à quoi cela sert.
summary: ${quoted(`Écrire la fonction \`${entry}\`.`)}
# Trois indices, du plus discret au plus précis. Le premier pose une question.
hints:
  - ${quoted(`Que faut-il lire dans ${names} ?`)}
  - "Traitez d'abord le plus petit exemple, à la main."
  - ${quoted(`Une seule constante suffit, puis un \`return\`.`)}
# Une entrée par fichier de mistakes/ : ce qui se passe, puis pourquoi, ou ce qu'il faut regarder.
mistakes:
${mistakes
  .map(
    (mistake) =>
      `  ${mistake.name}:\n    title: ${quoted(mistake.title)}\n    message: ${quoted(mistake.message)}\n`,
  )
  .join("")}# Une phrase par cas et par générateur : ce qu'il a de particulier.
cases:
  example: L'exemple de l'énoncé.
  smallest: Le plus petit cas, où rien ne se compte.
  plain: Un cas simple.
  anything: Un cas quelconque.
# Ce que la solution apprend ; lu après la réussite.
lesson: ${quoted("À remplacer : la règle à retenir, en une phrase.")}
---

{/* À remplacer : la tâche. Dites ce que la fonction reçoit, dans quelles unités, ce qu'elle rend, et dans quels cas elle échoue. */}

Votre fonction reçoit ${names}.

${constants.map(({ name, words }) => `- \`${name}\` : ${words}.`).join("\n")}

Sa réponse ne dépend que de ${constants.map(({ name }) => `\`${name}\``).join(" et de ")}.

<AfterSuccess>

{/* Lu après la réussite : l'histoire, la mesure, ce qui vient ensuite, avec le RFC. */}

Cette règle servira dans les exercices suivants.

</AfterSuccess>
`;
}
