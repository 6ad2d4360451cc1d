import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { csvText } from "../../../../../src/course/classroom/report/csv.ts";
import { gradesCsv } from "../../../../../src/course/classroom/report/grades-csv.ts";
import { problemsCsv } from "../../../../../src/course/classroom/report/problems-csv.ts";
import { resultsCsv } from "../../../../../src/course/classroom/report/results-csv.ts";
import { handIn, materials, smallClass } from "./small-class.ts";

/** As a spreadsheet reads it. */
const read = (csv: string): unknown =>
  Papa.parse(csv.slice(1), { delimiter: ";", skipEmptyLines: true }).data;

describe("the tables of a class", () => {
  test("notes.csv, to the byte", () => {
    expect(gradesCsv(smallClass, materials)).toBe(
      [
        "\uFEFFNuméro d'identification;Nom complet;Groupe;Note;Note maximale;Feedback",
        "0012;Zoé D'Août;B2;6,5;6,5;03.1\u202f: réussi, 4 points sur 4. 08.2\u202f: réussi, 2,5 points sur 2,5.",
        `0034;"'=HYPERLINK(""x"")";B1;1,25;6,5;03.1\u202f: à revoir, 0 point sur 4. La retenue est perdue. 08.2\u202f: en partie, 1,25 point sur 2,5. Quelle ligne donne la boucle\u202f? Réponse\u202f: «\u202f10.0.0.1 127.0.0.1\u202f»`,
        `0056;"Léa; ""la"" <Rapide>";B1;1,5;6,5;Retard\u202f: 2 jours, 75 % des points gardés. 03.1\u202f: en partie, 1,5 point sur 4. 08.2\u202f: non rendu.`,
        "",
      ].join("\r\n"),
    );
  });

  test("notes.csv gives no mark to a number that two students gave", () => {
    const [first, ...rest] = smallClass.handIns;
    const twice = [
      first && { ...first, student: { ...first.student, number: "A12" } },
      handIn("a12", "Autre", "B2", []),
      ...rest,
    ].filter((one) => one !== undefined);
    const rows = gradesCsv({ ...smallClass, handIns: twice }, materials).split("\r\n");
    expect(rows.slice(1, 4).map((row) => row.split(";").slice(0, 5).join(";"))).toEqual([
      "A12;Zoé D'Août;B2;;6,5",
      "a12;Autre;B2;;6,5",
      `0034;"'=HYPERLINK(""x"")";B1;1,25;6,5`,
    ]);
  });

  test("no cell holds a sign that rearranges a line or ends a text", () => {
    expect(csvText(["a"], [["x\u202Etxt\u0000\uD800"]])).toBe("\uFEFFa\r\nx\uFFFDtxt\uFFFD\uFFFD\r\n");
  });

  test("resultats.csv: a row for each student and activity", () => {
    expect(read(resultsCsv(smallClass, materials))).toEqual([
      [
        "Numéro d'identification",
        "Nom complet",
        "Groupe",
        "Activité",
        "Titre",
        "État",
        "Points",
        "Points possibles",
        "Erreurs reconnues",
        "Essais",
        "Indices",
        "Solution vue",
        "Temps (min)",
        "Jours de retard",
        "Annoncé réussi",
        "Annonce confirmée",
      ],
      row("0012;Zoé D'Août;B2;03.1;Somme de contrôle;réussi;4;4;;1;0;non;1,5;0;oui;oui"),
      row("0012;Zoé D'Août;B2;08.2;Lire une table;réussi;2,5;2,5;;2;0;non;0;0;oui;oui"),
      row(
        `0034;'=HYPERLINK("x");B1;03.1;Somme de contrôle;à revoir;0;4;La retenue est perdue.;6;2;non;25,5;0;non;oui`,
      ),
      row(
        `0034;'=HYPERLINK("x");B1;08.2;Lire une table;en partie;1,25;2,5;Quelle ligne donne la boucle\u202f? Réponse\u202f: «\u202f10.0.0.1 127.0.0.1\u202f»;1;0;non;0;0;oui;non`,
      ),
      ["0056", 'Léa; "la" <Rapide>', ...row("B1;03.1;Somme de contrôle;en partie;1,5;4;;1;0;non;0;2;;oui")],
      ["0056", 'Léa; "la" <Rapide>', ...row("B1;08.2;Lire une table;non rendu;0;2,5;;0;0;non;0;2;;oui")],
    ]);
  });

  test("problemes.csv says what to do", () => {
    expect(read(problemsCsv(smallClass))).toEqual([
      ["Fichier", "Numéro d'identification", "Activité", "Code", "Que faire"],
      [
        "remises.zip/a.zip",
        "",
        "",
        "broken-zip",
        "L'archive ne s'ouvre pas. Téléchargez-la de nouveau, ou demandez le fichier à l'étudiant.",
      ],
      [
        "tp3-X-0034.prip.json",
        "0034",
        "08.2",
        "claim-differs",
        "Le cahier de l'étudiant annonçait un autre résultat que la notation. La note suit la notation. Relisez le texte avant d'en parler avec l'étudiant. Le cahier annonçait l'activité réussie.",
      ],
    ]);
  });

  test("no cell begins a formula, whatever a student is called; every other text comes back", () => {
    const names = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc
        .tuple(fc.constantFrom(...Array.from("=+-@\t\r\n＝＋－＠'")), fc.string())
        .map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(names, names), { minLength: 1 }), (rows) => {
        const cells = Papa.parse<string[]>(csvText(["a", "b"], rows).slice(1), { delimiter: ";" }).data.slice(
          1,
          -1,
        );
        expect(cells).toHaveLength(rows.length);
        for (const [at, row] of cells.entries()) {
          for (const [i, cell] of row.entries()) {
            expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
            expect([cell, cell.slice(1)]).toContain(rows[at]?.[i]);
          }
        }
      }),
      { seed: 1 },
    );
  });
});

const row = (text: string): string[] => text.split(";");
