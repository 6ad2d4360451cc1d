import { LineCounter, parseDocument, type Document } from "yaml";
import type { z } from "zod";
import { inconsistencies } from "./consistency.ts";
import { activityDefinition, type ActivityDefinition } from "./definition.ts";

/** The activity, or sentences for its author, each with file and line. */
export type ReadActivity =
  | { readonly ok: true; readonly activity: ActivityDefinition }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Reads the text of `content/fr/activities/<id>.yaml`; `file` is the name that the sentences give. */
export function readActivity(text: string, file: string): ReadActivity {
  const lines = new LineCounter();
  const document = parseDocument(text.replace(/^\uFEFF/, ""), { lineCounter: lines });
  const say = (offset: number, sentence: string): string =>
    `${file}, ligne ${lines.linePos(offset).line} : ${sentence}`;
  if (document.errors.length > 0)
    return {
      ok: false,
      problems: document.errors.map(({ pos, message }) =>
        say(pos[0], `ce n'est pas du YAML correct : « ${message.split("\n")[0] ?? ""} ».`),
      ),
    };
  const parsed = activityDefinition.safeParse(document.toJS());
  if (!parsed.success)
    return {
      ok: false,
      problems: parsed.error.issues
        .flatMap(innermost)
        .map((issue) => say(offsetOf(document, placeOf(issue)), sentenceOf(issue))),
    };
  const problems = inconsistencies(parsed.data).map(({ path, sentence }) =>
    say(offsetOf(document, path), sentence),
  );
  return problems.length === 0 ? { ok: true, activity: parsed.data } : { ok: false, problems };
}

type Issue = z.core.$ZodIssue;

/** Of a union that nothing fits, the faults against the member that comes nearest. */
function innermost(issue: Issue): Issue[] {
  if (issue.code !== "invalid_union" || issue.errors.length === 0) return [issue];
  const [nearest = []] = issue.errors.toSorted((a, b) => a.length - b.length);
  return nearest.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })).flatMap(innermost);
}

const placeOf = (issue: Issue): readonly PropertyKey[] =>
  issue.code === "unrecognized_keys" ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path;

/** Where the value at `path` starts, or the nearest thing around it that exists. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (typeof node === "object" && node !== null && "range" in node && Array.isArray(node.range))
      return Number(node.range[0]);
  }
  return 0;
}

function sentenceOf(issue: Issue): string {
  const name = issue.path.length === 0 ? "le fichier" : `\`${issue.path.map(String).join(".")}\``;
  switch (issue.code) {
    case "unrecognized_keys":
      return `dans ${name}, la clé \`${issue.keys.join("`, `")}\` n'est pas connue. Vérifiez son orthographe.`;
    case "too_small":
      return issue.origin === "string"
        ? `${name} est vide. Écrivez un texte.`
        : `${name} compte trop peu : il faut au moins ${Number(issue.minimum)}.`;
    case "too_big":
      return `${name} compte trop : il faut au plus ${Number(issue.maximum)}.`;
    case "invalid_format":
      return `${name} n'a pas la forme attendue : ${issue.pattern ?? issue.format}.`;
    case "invalid_value":
      return `${name} doit valoir ${issue.values.map(String).join(" ou ")}.`;
    case "invalid_union":
      return `${name} n'est pas connu. Il faut quiz, ordering, matching, rows, steps ou tables.`;
    case "invalid_type":
      return issue.message.endsWith("received undefined")
        ? `${name} manque. Ajoutez-le.`
        : `${name} n'a pas le bon type. Il faut ${types[issue.expected] ?? issue.expected}.`;
    case "custom":
    case "invalid_element":
    case "invalid_key":
    case "not_multiple_of":
      return `${name} n'a pas la forme attendue.`;
  }
}

const types: Readonly<Record<string, string>> = {
  string: "un texte (entre guillemets, si c'est un nombre)",
  number: "un nombre",
  int: "un nombre entier",
  array: "une liste",
  object: "un objet",
  record: "un objet",
  tuple: "une liste de deux noms",
};
