import { isMap, isNode, isScalar, LineCounter, parseDocument, type Document } from "yaml";
import type { z } from "zod";
import { innermost, sentenceOf, type Issue } from "./sentences.ts";

/** Something that the author of a file has to mend. Lines count from 1, in the file. */
export type Fault = { readonly line: number; readonly sentence: string };

/** « content/labs/tp3.yaml, ligne 7 : … » */
export const faultText = (file: string, { line, sentence }: Fault): string =>
  `${file}, ligne ${line} : ${sentence}`;

export type Path = readonly PropertyKey[];

export type ReadYaml<T> =
  | {
      readonly ok: true;
      readonly value: T;
      /** The place of what the schema cannot see: at the value of that path, or at the nearest thing around it. */
      readonly faultAt: (path: Path, sentence: string) => Fault;
    }
  | { readonly ok: false; readonly faults: readonly Fault[] };

export type YamlOptions = {
  /** What a sentence calls the whole; « le fichier » if not given. */
  readonly whole?: string;
  /** How many lines stand before the YAML in its file. */
  readonly before?: number;
  /** Take every scalar as the text that it is, so that `03.10` needs no quotes. */
  readonly texts?: boolean;
  /** A sentence of the schema's own; null where the general one serves. */
  readonly say?: (issue: Issue, name: string) => string | null;
};

/** Reads YAML that an author wrote. All faults are told, each with its line and with what to write. */
export function readYaml<T>(
  text: string,
  schema: z.ZodType<T>,
  { whole = "le fichier", before = 0, texts = false, say = () => null }: YamlOptions = {},
): ReadYaml<T> {
  const lines = new LineCounter();
  const document = parseDocument(text.replace(/^\uFEFF/, ""), {
    lineCounter: lines,
    schema: texts ? "failsafe" : "core",
  });
  const at = (offset: number, sentence: string): Fault => ({
    line: lines.linePos(offset).line + before,
    sentence,
  });
  const faultAt = (path: Path, sentence: string): Fault => at(offsetOf(document, path), sentence);
  if (document.errors.length > 0)
    return { ok: false, faults: document.errors.map(({ pos, message }) => at(pos[0], notYaml(message))) };
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return { ok: true, value: parsed.data, faultAt };
  return {
    ok: false,
    faults: parsed.error.issues.flatMap(innermost).map((issue) => {
      const name = issue.path.length === 0 ? whole : `\`${issue.path.map(String).join(".")}\``;
      return faultAt(placeOf(issue), say(issue, name) ?? sentenceOf(issue, name));
    }),
  };
}

const notYaml = (message: string): string =>
  `ce n'est pas du YAML correct : « ${(message.split("\n")[0] ?? "").replace(/ at line \d+.*$/, "")} ».`;

const placeOf = (issue: Issue): Path =>
  issue.code === "unrecognized_keys" ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path;

/** Where the value at `path` starts, or the nearest thing around it that exists; where the key, for a block below it. */
function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return keyBefore(document, path.slice(0, length)) ?? node.range[0];
  }
  return 0;
}

/** Where the key of the last step starts, when that step goes into a map. */
function keyBefore(document: Document, path: Path): number | null {
  const around = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isMap(around)) return null;
  const pair = around.items.find(({ key }) => isScalar(key) && String(key.value) === String(path.at(-1)));
  return isNode(pair?.key) ? (pair.key.range?.[0] ?? null) : null;
}
