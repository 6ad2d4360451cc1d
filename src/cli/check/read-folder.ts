import { readdir, readFile } from "node:fs/promises";
import { join, sep } from "node:path";
import type { Exercise } from "../../course/exercise/exercise.ts";
import type { Statement } from "../../course/exercise/statement.ts";
import { mistakeName } from "../../worker/mistake-name.ts";
import type { Folder, SourceFile } from "./folder.ts";
import type { Equivalent } from "./mutation/equivalents.ts";
import type { Problem } from "./problem.ts";
import { importExercise, readEquivalents, readStatement, type Read } from "./read-parts.ts";

const required = ["exercise.ts", "statement.fr.mdx", "starter.ts", "solution.ts"];
const mistakeFile = /^mistakes\/[a-z\d]+(-[a-z\d]+)*(\.\d+)?\.ts$/;

/** Reads one exercise folder, or says why it cannot be examined. Its `exercise.ts` is imported, hence run. */
export async function readFolder(directory: string, id: string): Promise<Read<Folder>> {
  const texts = await readTexts(directory);
  const mistakes = mistakesOf(texts);
  const missing = [
    ...required.filter((file) => !texts.has(file)),
    ...(mistakes.length === 0 ? ["mistakes/*.ts"] : []),
  ];
  const strange = [...texts.keys()].filter((file) => file.includes("/") && !mistakeFile.test(file));
  const misplaced: Problem[] = [
    ...missing.map((file) => ({ code: "file-missing", file }) as const),
    ...strange.map((file) => ({ code: "file-unexpected", file }) as const),
  ];
  if (misplaced.length > 0) return { ok: false, problems: misplaced };
  return assemble(directory, id, texts, mistakes);
}

async function assemble(
  directory: string,
  id: string,
  texts: ReadonlyMap<string, string>,
  mistakes: Folder["mistakes"],
): Promise<Read<Folder>> {
  const exercise: Read<Exercise> = await importExercise(join(directory, "exercise.ts"));
  const statement: Read<Statement> = readStatement(texts.get("statement.fr.mdx") ?? "");
  const equivalents: Read<Equivalent[]> = readEquivalents(texts.get("equivalent-mutants.yaml") ?? "");
  if (!exercise.ok || !statement.ok || !equivalents.ok) {
    return {
      ok: false,
      problems: [exercise, statement, equivalents].flatMap((read) => (read.ok ? [] : read.problems)),
    };
  }
  const source = (file: string): SourceFile => ({ file, source: texts.get(file) ?? "" });
  const folder: Folder = {
    id,
    directory,
    exercise: { ...exercise.value, id, mistakes },
    statement: statement.value,
    starter: source("starter.ts"),
    solution: source("solution.ts"),
    mistakes,
    equivalents: equivalents.value,
  };
  return { ok: true, value: folder };
}

/** Every file below the directory, by its path with `/`, in the order of names. */
async function readTexts(directory: string): Promise<Map<string, string>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const read = paths.map(async (path): Promise<[string, string]> => {
    const file = path.slice(directory.length + 1).replaceAll(sep, "/");
    return [file, await readFile(path, "utf8")];
  });
  return new Map(await Promise.all(read));
}

/** In file order, as learners' files are compared with them. */
const mistakesOf = (texts: ReadonlyMap<string, string>): Folder["mistakes"] =>
  [...texts]
    .filter(([file]) => mistakeFile.test(file))
    .map(([file, source]) => ({ file, name: mistakeName(file.slice("mistakes/".length)), source }));
