import type { z } from "zod";

/** What a schema found wrong, as zod tells it. */
export type Issue = z.core.$ZodIssue;

/** Of a union that nothing fits, the faults against the member that comes nearest. */
export function innermost(issue: Issue): Issue[] {
  if (issue.code !== "invalid_union" || issue.errors.length === 0) return [issue];
  const [nearest = []] = issue.errors.toSorted((a, b) => a.length - b.length);
  return nearest.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })).flatMap(innermost);
}

/** What to write, for an author; `name` is what is at fault: « `points` », « le fichier ». */
export function sentenceOf(issue: Issue, name: string): string {
  switch (issue.code) {
    case "unrecognized_keys":
      return `${issue.path.length === 0 ? "" : `dans ${name}, `}la clé \`${issue.keys.join("`, `")}\` n'est pas connue. Vérifiez son orthographe.`;
    case "too_small":
    case "too_big":
      return sizeOf(issue, name);
    case "invalid_format":
      return `${name} n'a pas la forme attendue : ${issue.pattern ?? issue.format}.`;
    case "invalid_value":
      return `${name} doit valoir ${issue.values.map(String).join(" ou ")}.`;
    case "invalid_union":
      return `${name} n'est pas connu.${"options" in issue ? ` Il faut ${list(issue.options.map(String))}.` : ""}`;
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

function sizeOf(issue: Extract<Issue, { code: "too_small" | "too_big" }>, name: string): string {
  const [little, limit] = issue.code === "too_small" ? [true, issue.minimum] : [false, issue.maximum];
  const bound = issue.exact === true ? String(limit) : `${little ? "au moins" : "au plus"} ${limit}`;
  if (issue.origin === "string")
    return little ? `${name} est vide. Écrivez un texte.` : `${name} est trop long : ${bound} caractères.`;
  if (issue.origin === "array" || issue.origin === "set" || issue.origin === "map")
    return `${name} compte ${little ? "trop peu" : "trop"} d'éléments : il en faut ${bound}.`;
  const needed = issue.inclusive === false ? `${little ? "plus" : "moins"} de ${limit}` : bound;
  return `${name} est trop ${little ? "petit" : "grand"} : il faut ${needed}.`;
}

const list = (names: readonly string[]): string =>
  names.length < 2 ? names.join() : `${names.slice(0, -1).join(", ")} ou ${names.at(-1) ?? ""}`;

const types: Readonly<Record<string, string>> = {
  string: "un texte (entre guillemets, si c'est un nombre)",
  number: "un nombre",
  int: "un nombre entier",
  array: "une liste",
  object: "un objet",
  record: "un objet",
  tuple: "une liste de deux noms",
};
