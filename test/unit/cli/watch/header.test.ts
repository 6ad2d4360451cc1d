import { describe, expect, test } from "vitest";
import { headerOf, withoutHeader } from "../../../../src/cli/watch/header.ts";
import { taskSentences } from "../../../../src/cli/watch/task-text.ts";
import { given } from "./student.ts";

const facts = {
  id: "a/b",
  number: "05.1",
  title: "Un titre",
  task: "Lire un nombre de 0 à 4 294 967 295 */.",
};
const code = "export const x = 1;\n";

describe("the opening comment", () => {
  test("holds title, task and address, cannot be closed by the task, and comes off again", () => {
    const header = headerOf(facts);
    expect(header).toMatch(/^\/\*\n \* 05\.1 {2}Un titre\n/);
    expect(header).toContain("http://localhost:4321/exercices/a/b/");
    expect(header.match(/\*\//g)).toHaveLength(1);
    expect(withoutHeader(header + code)).toBe(code);
  });

  test("comes off a file saved by an editor of Windows", () => {
    expect(withoutHeader(`\uFEFF${headerOf(facts) + code}`.replaceAll("\n", "\r\n"))).toBe(code);
  });

  test("a comment of the learner's stays", () => {
    const own = "/*\n * À faire.\n */\nexport const x = 1;\n";
    expect(withoutHeader(headerOf(facts) + own)).toBe(own);
  });
});

describe("the task in two sentences", () => {
  test("is what the function receives and gives back, without emphasis", () => {
    expect(taskSentences(given("bytes/read-uint/statement.fr.mdx"))).toBe(
      "Votre fonction reçoit `bytes`, un décalage `offset` et une taille `size`, tous deux en octets. " +
        "Elle rend l'entier sans signe que forment les `size` octets à partir de `offset`, octet de poids fort d'abord.",
    );
  });

  test("a sentence that announces a table is left out; a pronoun without its noun gets one", () => {
    const body =
      "---\ntitle: x\n---\n\nElle reçoit **un** *seul* octet. Elle rend un objet :\n\n| a |\n| - |\n";
    expect(taskSentences(body)).toBe("Votre fonction reçoit un seul octet.");
  });

  test("tables, lists and what comes after success say no task", () => {
    expect(taskSentences("| elle reçoit |\n\n- elle reçoit\n\n<AfterSuccess>\n\nElle reçoit x.\n")).toBe("");
  });
});
