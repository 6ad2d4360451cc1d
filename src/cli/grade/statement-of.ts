import { readFile } from "node:fs/promises";
import type { Statement } from "#course/exercise/statement.ts";
import { readStatement } from "#course/feedback/read-statement.ts";
import { statementFile } from "#worker/load-node.ts";
import { sentences } from "./sentences.fr.ts";
import { UsageError } from "./usage-error.ts";

/** What people read of an exercise. Throws UsageError that tells its author what to mend. */
export async function statementOf(id: string, root?: URL): Promise<Statement> {
  const name = `graders/${id}/statement.fr.mdx`;
  const text = await readFile(statementFile(id, root), "utf8").catch(() => null);
  if (text === null) throw new UsageError(sentences.statementMissing(name));
  const read = readStatement(text, name);
  if (!read.ok) throw new UsageError(read.sentence);
  return read.statement;
}
