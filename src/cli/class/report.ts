import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { ClassResults } from "#course/classroom/graded.ts";
import { orderProblems } from "#course/classroom/order-problems.ts";
import { reportFiles } from "#course/classroom/report/files.ts";
import { copiesFile, pageFolder, readClassFile } from "./class-file.ts";
import { copiesOf, handInsOf } from "./copies.ts";
import { loadMaterials } from "./materials.ts";
import type { PrivateFolder } from "./private-folder.ts";
import { sentences } from "./sentences.fr.ts";

export type Outcome = { readonly text: string; readonly exitCode: 0 | 3 };

/** Writes the tables and pages of the finished results in a folder, and says where to look. */
export async function report(out: string, own: PrivateFolder | null, resumed: number): Promise<Outcome> {
  const results = resultsIn(out);
  const materials = await loadMaterials(results.activities, own);
  removePages(out);
  for (const { path, text } of reportFiles(results, materials)) {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writeFileSync(join(out, path), text);
  }
  const problems = results.problems.length;
  return {
    text: sentences.done({ handIns: count(results.handIns), problems, out, resumed }),
    exitCode: problems === 0 ? 0 : 3,
  };
}

/** Pages of an earlier run: a student may not be there any more. Nothing else in that folder is touched. */
function removePages(out: string): void {
  const folder = join(out, pageFolder);
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) if (/^[\w-]+(~\d+)?\.html$/.test(name)) rmSync(join(folder, name));
}

/** What a folder of finished results holds; hand-ins are read from its file whenever they are asked for. */
export function resultsIn(folder: string): ClassResults {
  const contents = readClassFile(folder);
  if (contents === null) throw new Error(`${folder} holds no finished results`);
  const copies = join(folder, copiesFile);
  const problems = [...contents.problems];
  for (const copy of copiesOf(copies)) problems.push(...copy.problems);
  const { lab, seed, activities } = contents;
  return { lab, seed, activities, handIns: handInsOf(copies), problems: orderProblems(problems) };
}

function count(all: Iterable<unknown>): number {
  let sum = 0;
  for (const one of all) sum += one === null ? 0 : 1;
  return sum;
}
