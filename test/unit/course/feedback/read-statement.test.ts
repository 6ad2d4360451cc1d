import { expect, test } from "vitest";
import { readStatement } from "#course/feedback/read-statement.ts";
import { n } from "./sample.ts";

const good = `---
title: Somme de contrôle
summary: Calcule.
hints:
  - Que vaut la retenue ?
  - b
  - c
mistakes:
  carry-lost:
    title: La retenue est perdue.
    message: Regardez.
cases: {}
lesson: Voilà.
---

Le texte.
`;

test("a whole statement, whatever ends its lines", () => {
  for (const text of [good, good.replaceAll("\n", "\r\n"), `\uFEFF${good}`]) {
    const read = readStatement(text, "x.mdx");
    expect(read.ok && read.statement.hints).toEqual(["Que vaut la retenue ?", "b", "c"]);
  }
});

test.each([
  ["no front matter", "Le texte.", 1, "l'en-tête manque."],
  ["no end of it", good.replace("---\n\n", "\n"), 1, "l'en-tête manque."],
  ["no YAML", good.replace("summary: Calcule.", "summary: [a"), 4, "ce n'est pas du YAML correct_: «_"],
  [
    "a key twice",
    good.replace("summary: Calcule.", "summary: a\nsummary: b"),
    4,
    "ce n'est pas du YAML correct_: «_",
  ],
  ["a key missing", good.replace("lesson: Voilà.\n", ""), 2, "`lesson` manque."],
  ["an unknown key", good.replace("lesson:", "leçon: x\nlesson:"), 13, "la clé `leçon` n'est pas connue."],
  [
    "an unknown key inside",
    good.replace("    message:", "    x: y\n    message:"),
    11,
    "dans `mistakes.carry-lost`, la clé `x` n'est pas connue.",
  ],
  ["an empty text", good.replace("lesson: Voilà.", 'lesson: ""'), 13, "`lesson` est vide."],
  ["a hint too few", good.replace("  - c\n", ""), 4, "`hints` compte trop peu d'éléments_: il en faut 3."],
  [
    "a hint too many",
    good.replace("  - c\n", "  - c\n  - d\n"),
    4,
    "`hints` compte trop d'éléments_: il en faut 3.",
  ],
  [
    "another type",
    good.replace("title: Somme de contrôle", "title: 3"),
    2,
    "`title` n'a pas le bon type. Il faut un texte (entre guillemets, si c'est un nombre).",
  ],
  [
    "a list for an object",
    good.replace("cases: {}", "cases: []"),
    12,
    "`cases` n'a pas le bon type. Il faut un objet.",
  ],
  [
    "a message missing",
    good.replace("    message: Regardez.\n", ""),
    9,
    "`mistakes.carry-lost.message` manque.",
  ],
])("%s: file, line and what to mend", (_, text, line, sentence) => {
  const read = readStatement(text, "graders/a/b/statement.fr.mdx");
  expect(read).toMatchObject({ ok: false, line });
  expect(read.ok ? "" : read.sentence).toContain(
    n(`graders/a/b/statement.fr.mdx, ligne ${line}_: ${sentence}`),
  );
});
