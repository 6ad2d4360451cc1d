import { expect, test } from "vitest";
import { z } from "zod";
import { faultText, readYaml, type YamlOptions } from "#course/authoring/read-yaml.ts";

const schema = z.strictObject({
  name: z.string().min(1).max(5),
  level: z.int().min(1).max(3),
  share: z.number().positive(),
  list: z.array(z.string()).min(1).max(2),
  of: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("a"), at: z.int() }),
    z.strictObject({ kind: z.literal("b") }),
  ]),
});
const right = "name: un\nlevel: 2\nshare: 1\nlist: [x]\nof:\n  kind: a\n  at: 1\n";
const faults = (text: string, options?: YamlOptions): string[] => {
  const read = readYaml(text, schema, options);
  return read.ok ? [] : read.faults.map((fault) => faultText("f", fault));
};

test("a right file is its value", () => {
  expect(readYaml(`\uFEFF${right}`, schema)).toMatchObject({ ok: true, value: { level: 2, list: ["x"] } });
});

test.each([
  ["name: un", 'name: ""', "f, ligne 1 : `name` est vide. Écrivez un texte."],
  ["name: un", "name: toolong", "f, ligne 1 : `name` est trop long : au plus 5 caractères."],
  ["level: 2", "level: 0", "f, ligne 2 : `level` est trop petit : il faut au moins 1."],
  ["level: 2", "level: 4", "f, ligne 2 : `level` est trop grand : il faut au plus 3."],
  ["level: 2", "level: 1.5", "f, ligne 2 : `level` n'a pas le bon type. Il faut un nombre entier."],
  ["share: 1", "share: 0", "f, ligne 3 : `share` est trop petit : il faut plus de 0."],
  ["list: [x]", "list: []", "f, ligne 4 : `list` compte trop peu d'éléments : il en faut au moins 1."],
  ["list: [x]", "list: [x, x, x]", "f, ligne 4 : `list` compte trop d'éléments : il en faut au plus 2."],
  ["list: [x]", "list: x", "f, ligne 4 : `list` n'a pas le bon type. Il faut une liste."],
  ["kind: a", "kind: c", "f, ligne 6 : `of.kind` n'est pas connu. Il faut a ou b."],
  [
    "  at: 1",
    "  at: 1\n  on: 2",
    "f, ligne 8 : dans `of`, la clé `on` n'est pas connue. Vérifiez son orthographe.",
  ],
  ["level: 2", "level: [2", "f, ligne 3 : ce n'est pas du YAML correct"],
])("%s becomes %s", (before, after, sentence) => {
  expect(faults(right.replace(before, after)).join("\n")).toContain(sentence);
});

test("all faults are told, each at its line, which counts from the start of the file", () => {
  const text = right.replace("un", '""').replace("level: 2", "level: 9");
  expect(faults(text, { before: 10 }).map((one) => one.split(" : ")[0])).toEqual([
    "f, ligne 11",
    "f, ligne 12",
  ]);
});

test("a scalar stays the text that it is where that is asked for", () => {
  const read = readYaml("number: 03.10\n", z.strictObject({ number: z.string() }), { texts: true });
  expect(read).toMatchObject({ ok: true, value: { number: "03.10" } });
});

test("a schema's own sentence stands before the general one", () => {
  const say = (issue: { readonly code?: string }, name: string) =>
    issue.code === "too_small" ? `${name} : propre.` : null;
  expect(faults(right.replace("un", '""').replace("share: 1", "share: x"), { say })).toEqual([
    "f, ligne 1 : `name` : propre.",
    "f, ligne 3 : `share` n'a pas le bon type. Il faut un nombre.",
  ]);
});
