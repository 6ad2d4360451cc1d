import { expect, test } from "vitest";
import { readLab } from "#course/classroom/read-lab.ts";

const known = ["03.1", "03.3", "03.4", "03.4 bis", "08.9", "09.1"];
const right = `number: tp3
title: Vérifier et réécrire
summary: La somme de contrôle et le TTL.
opens: 2027-01-18T08:00+01:00
due: 2027-01-25T20:00+01:00
late:
  percentPerDay: 10
  days: 3
activities:
  - { activity: 03.1, points: 4 }
  - { activity: 03.4 bis, points: 2.5 }
  - { activity: 08.9, points: 5 }
`;
const problemsOf = (text: string, file = "content/labs/tp3.yaml"): readonly string[] => {
  const read = readLab(text, file, known);
  return read.ok ? [] : read.problems;
};

test("a right file needs no quotes and is a lab with numbers and instants", () => {
  expect(readLab(right, "content/labs/tp3.yaml", known)).toMatchObject({
    ok: true,
    lab: {
      due: Date.UTC(2027, 0, 25, 19),
      late: { percentPerDay: 10, days: 3 },
      activities: [
        { activity: "03.1", points: 4 },
        { activity: "03.4 bis", points: 2.5 },
        { activity: "08.9", points: 5 },
      ],
    },
  });
});

test.each([
  ["title: Vérifier et réécrire\n", "", 1, "`title` manque. Ajoutez-le."],
  ["title: Vérifier et réécrire", "title:", 2, "`title` est vide. Écrivez un texte."],
  ["late:", "retard:", 6, "la clé `retard` n'est pas connue. Vérifiez son orthographe."],
  [
    "number: tp3",
    "number: TP 3",
    1,
    "`number` n'a pas la forme attendue. Écrivez tp et un nombre, par exemple tp3.",
  ],
  [
    "number: tp3",
    "number: tp4",
    1,
    "le fichier s'appelle tp3.yaml. Écrivez `number: tp3`, ou nommez-le tp4.yaml.",
  ],
  [
    "2027-01-18T08:00+01:00",
    "18/01/2027",
    4,
    "`opens` n'a pas la forme attendue. Écrivez une date et son décalage",
  ],
  [
    "2027-01-25T20:00+01:00",
    "2027-01-25T20:00",
    5,
    "`due` n'a pas la forme attendue. Écrivez une date et son décalage",
  ],
  ["2027-01-25T20:00+01:00", "2027-02-30T20:00+01:00", 5, "`due` n'a pas la forme attendue."],
  ["2027-01-25", "2027-01-11", 5, "`due` n'est pas après `opens`. Écrivez une date de remise plus tardive"],
  [
    "percentPerDay: 10",
    "percentPerDay: 10 %",
    7,
    "`late.percentPerDay` n'a pas la forme attendue. Écrivez un pourcentage",
  ],
  [
    "percentPerDay: 10",
    "percentPerDay: 110",
    7,
    "`late.percentPerDay` est trop grand : il faut au plus 100.",
  ],
  ["days: 3", "days:", 8, "`late.days` n'a pas la forme attendue. Écrivez un nombre de jours"],
  ["points: 4", "points: 4 points", 10, "`activities.0.points` n'a pas la forme attendue. Écrivez un nombre"],
  ["points: 4", "points: 0", 10, "`activities.0.points` est trop petit : il faut plus de 0."],
  [
    "activity: 03.1",
    "activity: checksum",
    10,
    "`activities.0.activity` n'a pas la forme attendue. Écrivez un numéro, par exemple 03.1 ou 03.4 bis.",
  ],
  ["activity: 03.1", "activity: 03.2", 10, "l'activité 03.2 n'existe pas. La plus proche est 03.1."],
  [
    "activity: 08.9",
    "activity: 03.5 bis",
    12,
    "l'activité 03.5 bis n'existe pas. La plus proche est 03.4 bis.",
  ],
  ["activity: 08.9", "activity: 08.2", 12, "l'activité 08.2 n'existe pas. La plus proche est 08.9."],
  [
    "activity: 08.9",
    "activity: 03.1",
    12,
    "cette activité est déjà dans la liste. Gardez-la une seule fois.",
  ],
  ["activities:\n", "activities: [\n", 10, "ce n'est pas du YAML correct"],
])("%s made %s", (before, after, line, sentence) => {
  const text = right.replace(before, after);
  expect(text).not.toBe(right);
  expect(problemsOf(text)[0]).toContain(`content/labs/tp3.yaml, ligne ${line} : ${sentence}`);
});

test("tells every fault at once", () => {
  const text = right.replace("03.1", "03.2").replace("08.9", "08.8");
  expect(problemsOf(text, "tp7.yaml")).toEqual([
    "tp7.yaml, ligne 1 : le fichier s'appelle tp7.yaml. Écrivez `number: tp7`, ou nommez-le tp3.yaml.",
    "tp7.yaml, ligne 10 : l'activité 03.2 n'existe pas. La plus proche est 03.1.",
    "tp7.yaml, ligne 12 : l'activité 08.8 n'existe pas. La plus proche est 08.9.",
  ]);
});
