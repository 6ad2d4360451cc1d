import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Ask } from "./ask.ts";
import { slug } from "./names.ts";
import * as fr from "./sentences.fr.ts";
import { usedNumbers } from "./used-numbers.ts";
import { Refusal, type Request, type World } from "./world.ts";
import { writeNewFile } from "./write-files.ts";

/** Chapters of the programme, `src/site/programme.ts`. */
const chapters = 18;

/** Makes `content/fr/chapters/NN-title.mdx`; gives what to say then. Throws Refusal. */
export async function newChapter(request: Request, { root }: World, ask: Ask): Promise<string> {
  const number = Number(request.name);
  if (!/^\d{1,2}$/.test(request.name) || number < 1 || number > chapters)
    throw new Refusal(fr.badChapterNumber(request.name, chapters));
  const prefix = String(number).padStart(2, "0");
  const there = chapterFiles(root).find((file) => file.startsWith(`${prefix}-`));
  if (there !== undefined) throw new Refusal(fr.chapterExists(number, `content/fr/chapters/${there}`));
  const title = await ask("title", request);
  const file = `content/fr/chapters/${prefix}-${slug(title)}.mdx`;
  const exercises = [...usedNumbers(root)]
    .filter(([used, from]) => used.startsWith(`${prefix}.`) && from.startsWith("graders/"))
    .map(([, from]) => from.slice("graders/".length, -"/exercise.ts".length));
  await writeNewFile(join(root, file), chapterFile(number, title, exercises));
  return fr.chapterMade(file, number);
}

function chapterFiles(root: string): string[] {
  const directory = join(root, "content/fr/chapters");
  return existsSync(directory) ? readdirSync(directory).sort() : [];
}

const chapterFile = (number: number, title: string, exercises: readonly string[]): string => `---
number: ${number}
title: ${JSON.stringify(title)}
# Une phrase pour l'accueil : ce qui se passe, et ce que l'on apprend.
summary: "À remplacer : ce que ce chapitre apprend."
# Ce que le lecteur sait faire à la fin ; un verbe à l'infinitif au début de chacun.
objectives:
  - "à remplacer : dire ce qu'est l'objet du chapitre"
---

{/* Le premier paragraphe part de ce que le lecteur connaît déjà. */}

À remplacer : la question à laquelle ce chapitre répond.

## Une première section

Un terme nouveau est en **gras** la première fois. Un mot anglais est en *italique*, et le code entre \`accents graves\`.

{/* Une remarque : kind="aside" ; une correction du document : kind="erratum" ; un texte de référence : kind="authority". */}

<Note kind="authority" title="RFC 791 §3.1">
Ce que dit le texte de référence, en une ou deux phrases.
</Note>

<Figure caption="À remplacer : ce que montre la figure.">

| champ | valeur |
| --- | --- |
| Version | 4 |

</Figure>

{/* Des octets, expliqués champ par champ. */}

<PacketDiagram layout="ipv4" hex="4500 0014 0000 0000 4011 66d7 0a00 0001 0a00 0002" caption="Un en-tête IPv4 seul, de 10.0.0.1 à 10.0.0.2." />

## À vous

${exercises.length === 0 ? `{/* Un exercice de ce chapitre se crée ainsi : npm run new:exercise -- thème/nom --chapter ${number} */}` : exercises.map((id) => `<Exercise id="${id}" />`).join("\n\n")}
`;
