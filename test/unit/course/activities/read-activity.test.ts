import { expect, test } from "vitest";
import { readActivity } from "#course/activities/read-activity.ts";

const right = `number: "01.3"
title: Un titre
summary: Une phrase.
level: 1
points: 2
lesson: Une leçon.
parts:
  - id: quiz
    kind: quiz
    title: Questions
    questions:
      - id: un
        text: Combien ?
        choices:
          - { id: a, text: Deux, right: true, why: Parce que. }
          - { id: b, text: Trois, why: Recomptez. }
`;
const problemsOf = (text: string): readonly string[] => {
  const read = readActivity(text, "x.yaml");
  return read.ok ? [] : read.problems;
};

test("a right file has no problem", () => expect(problemsOf(right)).toEqual([]));

test.each([
  ["a key is missing", right.replace("points: 2\n", ""), "ligne 1 : `points` manque. Ajoutez-le."],
  [
    "a key is unknown",
    right.replace("level: 1", "level: 1\nniveau: 1"),
    "ligne 5 : la clé `niveau` n'est pas connue",
  ],
  [
    "the number is no text",
    right.replace('"01.3"', "1.3"),
    "ligne 1 : `number` n'a pas le bon type. Il faut un texte",
  ],
  [
    "the kind is unknown",
    right.replace("kind: quiz", "kind: devinette"),
    "ligne 9 : `parts.0.kind` n'est pas connu. Il faut quiz, ordering, matching, rows, steps ou tables.",
  ],
  [
    "a wrong answer says nothing",
    right.replace(", why: Recomptez.", ""),
    "ligne 16 : `parts.0.questions.0.choices.1.why` manque",
  ],
  [
    "no answer is right",
    right.replace("right: true, ", ""),
    "ligne 14 : la question `un` n'a pas de réponse juste",
  ],
  ["two answers have one name", right.replace("id: b", "id: a"), "ligne 16 : le nom `a` est déjà pris"],
  ["it is no YAML", right.replace("level: 1", "level: [1"), "ce n'est pas du YAML correct"],
])("%s", (_, text, sentence) => {
  expect(text).not.toBe(right);
  expect(problemsOf(text).join("\n")).toContain(sentence);
  expect(problemsOf(text)[0]).toMatch(/^x\.yaml, ligne \d+ : /);
});

const matching =
  right.slice(0, right.indexOf("  - id: quiz")) +
  `  - id: places
    kind: matching
    title: Places
    options:
      - { id: un, text: Un }
      - { id: deux, text: Deux }
    places:
      - { id: ici, text: Ici, right: [un], good: Oui., wrong: { deux: Non. } }
`;

test.each([
  [
    "an option without an explanation",
    matching.replace(", wrong: { deux: Non. }", ""),
    "ligne 15 : rien n'explique la mauvaise réponse `deux`",
  ],
  [
    "a name that is not in the list",
    matching.replace("right: [un]", "right: [trois]"),
    "ligne 15 : `trois` n'est pas dans la liste. Il y a : un, deux.",
  ],
])("labels: %s", (_, text, sentence) => {
  expect(problemsOf(matching)).toEqual([]);
  expect(problemsOf(text).join("\n")).toContain(sentence);
});
