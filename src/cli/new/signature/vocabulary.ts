import { readFileSync } from "node:fs";
import ts from "../../typescript.cjs";

/** The types that every exercise may name, `Ip` or `Route`, by name. */
export type Vocabulary = ReadonlyMap<string, ts.TypeNode>;

/** Reads the words of the course from `src/course/exercise/vocabulary.d.ts`. */
export function readVocabulary(path: string): Vocabulary {
  const file = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true);
  return new Map(
    file.statements
      .filter((statement) => ts.isTypeAliasDeclaration(statement))
      .map(({ name, type }) => [name.text, type]),
  );
}
