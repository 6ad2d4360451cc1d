import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ClassResults } from "#course/classroom/graded.ts";
import { orderProblems } from "#course/classroom/order-problems.ts";
import { gradesCsv } from "#course/classroom/report/grades-csv.ts";
import { junitXml } from "#course/classroom/report/junit.ts";
import { problemsCsv } from "#course/classroom/report/problems-csv.ts";
import { resultsCsv } from "#course/classroom/report/results-csv.ts";
import { copiesFile, readClassFile } from "./class-file.ts";
import { copiesOf, handInsOf } from "./copies.ts";
import { loadMaterials } from "./materials.ts";
import type { PrivateFolder } from "./private-folder.ts";
import { sentences } from "./sentences.fr.ts";

export type Outcome = { readonly text: string; readonly exitCode: 0 | 3 };

/** Writes the tables and pages of the finished results in a folder, and says where to look. */
export async function report(out: string, own: PrivateFolder | null, resumed: number): Promise<Outcome> {
  const results = resultsIn(out);
  const materials = await loadMaterials(results.activities, own);
  const write = (name: string, text: string): void => writeFileSync(join(out, name), text);
  write("notes.csv", gradesCsv(results, materials));
  write("resultats.csv", resultsCsv(results, materials));
  write("problemes.csv", problemsCsv(results));
  write("junit.xml", junitXml(results, materials));
  const problems = results.problems.length;
  return {
    text: sentences.done({ handIns: count(results.handIns), problems, out, resumed }),
    exitCode: problems === 0 ? 0 : 3,
  };
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
