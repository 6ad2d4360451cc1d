import { closeSync, mkdirSync, openSync } from "node:fs";
import { join } from "node:path";
import { byStudent } from "#course/classroom/intake/choose.ts";
import { orderProblems } from "#course/classroom/order-problems.ts";
import { UsageError } from "../grade/usage-error.ts";
import type { MergeCommand } from "./arguments.ts";
import { classFile, copiesFile, readClassFile, writeClassFile, type ClassFile } from "./class-file.ts";
import { readCopy, writeCopies } from "./copies.ts";
import { linesOf } from "./lines.ts";
import { openPrivateFolder } from "./private-folder.ts";
import { report, type Outcome } from "./report.ts";
import { sentences } from "./sentences.fr.ts";

type Part = { readonly folder: string; readonly contents: ClassFile };

/** Joins the parts of a class to what one run would have written, byte for byte. Throws UsageError. */
export async function mergeParts({ parts: folders, out, private: path }: MergeCommand): Promise<Outcome> {
  const own = path === undefined ? null : await openPrivateFolder(path);
  const parts = folders.map((folder): Part => {
    const contents = readClassFile(folder);
    if (contents === null) throw new UsageError(sentences.notFinished(folder, classFile));
    return { folder, contents };
  });
  const [first] = parts;
  if (first === undefined) throw new UsageError(sentences.missingParts);
  checkWhole(parts, first);

  mkdirSync(out, { recursive: true });
  const files = parts.map(({ folder }) => openSync(join(folder, copiesFile), "r"));
  const found = parts.flatMap(({ folder }, at) => [...placesIn(folder, files[at] ?? -1)]);
  writeCopies(
    join(out, copiesFile),
    found.toSorted((a, b) => byStudent(a.handIn, b.handIn)),
  );
  for (const file of files) closeSync(file);
  const { lab, seed, activities, basis } = first.contents;
  const problems = orderProblems(parts.flatMap(({ contents }) => contents.problems));
  writeClassFile(out, { lab, seed, activities, basis, shard: null, problems: [...problems] });
  return report(out, own, 0);
}

/** Parts of one class, all of them, each once. */
function checkWhole(parts: readonly Part[], first: Part): void {
  const of = first.contents.shard?.of ?? parts.length;
  for (const { folder, contents } of parts) {
    if (contents.basis !== first.contents.basis) throw new UsageError(sentences.otherClass(folder));
    if (contents.shard?.of !== of) throw new UsageError(sentences.otherDivision(folder));
  }
  const indexes = parts.map(({ contents }) => contents.shard?.index ?? -1);
  const missing = Array.from({ length: of }, (_, index) => index).filter((index) => !indexes.includes(index));
  if (missing.length > 0) throw new UsageError(sentences.missingShards(missing, of));
  if (new Set(indexes).size < indexes.length) throw new UsageError(sentences.shardTwice);
}

function* placesIn(folder: string, file: number) {
  for (const line of linesOf(join(folder, copiesFile))) {
    const copy = readCopy(line);
    if (copy === null) throw new UsageError(sentences.notFinished(folder, copiesFile));
    const { path, student } = copy.handIn;
    yield { file, place: { offset: line.offset, length: line.bytes.length }, handIn: { path, student } };
  }
}
