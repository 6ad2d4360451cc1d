import { LineCounter, parseDocument, type Document } from "yaml";
import type { z } from "zod";
import { statementSchema, type Statement } from "../exercise/statement.ts";
import { frenchSpaces } from "./fr/typography.ts";

/** The statement, or a sentence for its author that says where to look. */
export type ReadStatement =
  | { readonly ok: true; readonly statement: Statement }
  | { readonly ok: false; readonly line: number; readonly sentence: string };

/** Reads the front matter of a `statement.fr.mdx`; `file` is the name that the sentence gives. */
export function readStatement(text: string, file: string): ReadStatement {
  const source = text.replace(/^\uFEFF/, "");
  const found = /^---\r?\n([\s\S]*?)\r?\n---(?:\r?\n|$)/.exec(source);
  if (found?.[1] === undefined) {
    return wrong(
      1,
      "l'en-tête manque. Le fichier commence par une ligne `---`, puis du YAML, puis une ligne `---`.",
    );
  }
  const lines = new LineCounter();
  const document = parseDocument(found[1], { lineCounter: lines });
  const lineAt = (offset: number): number => lines.linePos(offset).line + 1; // the first line is `---`
  const [error] = document.errors;
  if (error !== undefined)
    return wrong(lineAt(error.pos[0]), `ce n'est pas du YAML correct : « ${firstLine(error.message)} ».`);
  const parsed = statementSchema.safeParse(document.toJS());
  if (parsed.success) return { ok: true, statement: parsed.data };
  const [issue] = parsed.error.issues;
  if (issue === undefined) return wrong(1, "l'en-tête n'a pas la forme attendue.");
  const place = issue.code === "unrecognized_keys" ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path;
  return wrong(lineAt(offsetOf(document, place)), sentenceOf(issue));

  function wrong(line: number, sentence: string): ReadStatement {
    return { ok: false, line, sentence: frenchSpaces(`${file}, ligne ${line} : ${sentence}`) };
  }
}

const firstLine = (message: string): string => (message.split("\n")[0] ?? "").replace(/ at line \d+.*$/, "");

/** Where the value at `path` starts, or the nearest thing around it that exists. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (typeof node === "object" && node !== null && "range" in node && Array.isArray(node.range)) {
      return Number(node.range[0]);
    }
  }
  return 0;
}

function sentenceOf(issue: z.core.$ZodIssue): string {
  const name = issue.path.length === 0 ? "l'en-tête" : `\`${issue.path.map(String).join(".")}\``;
  if (issue.code === "unrecognized_keys") {
    const where = issue.path.length === 0 ? "" : `dans ${name}, `;
    return `${where}la clé \`${issue.keys.join("`, `")}\` n'est pas connue. Vérifiez son orthographe.`;
  }
  if (issue.code === "too_small" && issue.origin === "string") return `${name} est vide.`;
  if (issue.code === "too_small")
    return `${name} compte trop peu d'éléments : il en faut ${Number(issue.minimum)}.`;
  if (issue.code === "too_big")
    return `${name} compte trop d'éléments : il en faut ${Number(issue.maximum)}.`;
  if (issue.code !== "invalid_type") return `${name} n'a pas la forme attendue.`;
  if (issue.message.endsWith("received undefined")) return `${name} manque.`;
  return `${name} n'a pas le bon type. Il faut ${types[issue.expected] ?? issue.expected}.`;
}

const types: Readonly<Record<string, string>> = {
  string: "un texte",
  array: "une liste",
  object: "un objet",
  record: "un objet",
};
