import { pointsFor, type ClassResults } from "../graded.ts";
import { gradedOf } from "./class-report.ts";
import { csvText, type Cell } from "./csv.ts";
import { foundMistakes, foundWords } from "./found-mistakes.ts";
import type { Materials } from "./materials.ts";
import { stateWords } from "./state-words.fr.ts";

const minute = 60_000;

/** `resultats.csv`: one row for each student and activity, in the lab's order; times in minutes. */
export const resultsCsv = (results: ClassResults, materials: Materials): string =>
  csvText(columns, [...rows(results, materials)]);

const columns = [
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
];

function* rows({ activities, handIns }: ClassResults, materials: Materials): Generator<readonly Cell[]> {
  for (const handIn of handIns) {
    for (const facts of activities) {
      const graded = gradedOf(handIn, facts.id);
      yield [
        handIn.student.number,
        handIn.student.name,
        handIn.student.group,
        facts.number,
        facts.title,
        stateWords[graded?.state ?? "missing"],
        pointsFor(handIn, graded?.share ?? 0, facts),
        facts.points,
        graded === null ? "" : titles(foundMistakes(graded), facts.id, materials),
        graded?.attempts ?? 0,
        graded?.hints ?? 0,
        yesNo(graded?.solutionShown ?? false),
        (graded?.time ?? 0) / minute,
        handIn.daysLate,
        graded === null || graded.claimed === null ? "" : yesNo(graded.claimed),
        yesNo(graded?.agrees ?? true),
      ];
    }
  }
}

const titles = (names: readonly string[], id: string, materials: Materials): string =>
  names.map((name) => foundWords(materials.get(id), name).title).join(" ");

const yesNo = (value: boolean): string => (value ? "oui" : "non");
