import { faultText, readYaml, type Fault } from "../authoring/read-yaml.ts";
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
  if (found?.[1] === undefined) return wrong(noFrontMatter);
  const read = readYaml(found[1], statementSchema, { whole: "l'en-tête", before: 1 });
  return read.ok ? { ok: true, statement: read.value } : wrong(read.faults[0] ?? noFrontMatter);

  function wrong(fault: Fault): ReadStatement {
    return { ok: false, line: fault.line, sentence: frenchSpaces(faultText(file, fault)) };
  }
}

const noFrontMatter: Fault = {
  line: 1,
  sentence: "l'en-tête manque. Le fichier commence par une ligne `---`, puis du YAML, puis une ligne `---`.",
};
