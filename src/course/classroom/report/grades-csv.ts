import { french } from "../../feedback/fr/typography.ts";
import { pointsFor, type ClassResults, type GradedHandIn } from "../graded.ts";
import { numberKey } from "../intake/choose.ts";
import { gradedOf, sharedNumbers } from "./class-report.ts";
import { csvText } from "./csv.ts";
import { foundMistakes, foundWords } from "./found-mistakes.ts";
import { lateText } from "./late-text.fr.ts";
import type { Materials } from "./materials.ts";
import { pointsText, stateWords } from "./state-words.fr.ts";
import { maximumOf, totalOf } from "./totals.ts";

/**
 * `notes.csv`, for Moodle's « Notes > Importation > Fichier CSV ». That importer knows no fixed names: the teacher maps
 * columns once, the first to `useridnumber`, « Note » to the grade item, « Feedback » to its comments (Moodle docs, «
 * Grade import »; moodle/grade/import/csv/classes/load_data.php: `useridnumber`, `feedback_…`, a decimal comma through
 * `unformat_float` under a French Moodle). The names are those of Moodle's own French export, so that they are
 * recognised. One row a student who handed in and no other: an unknown number ends Moodle's whole import. Where two
 * students gave one number, the mark is left empty, which Moodle takes for none: it would go to the wrong one of them.
 */
export function gradesCsv(results: ClassResults, materials: Materials): string {
  const shared = sharedNumbers(results);
  return csvText(
    columns,
    Array.from(results.handIns, (handIn) => [
      handIn.student.number,
      handIn.student.name,
      handIn.student.group,
      shared.has(numberKey(handIn.student)) ? "" : totalOf(results, handIn),
      maximumOf(results),
      feedback(results, handIn, materials),
    ]),
  );
}

const columns = ["Numéro d'identification", "Nom complet", "Groupe", "Note", "Note maximale", "Feedback"];

/** One line for the student: each activity with its points, and what was recognised in it. */
function feedback({ activities }: ClassResults, handIn: GradedHandIn, materials: Materials): string {
  const late = handIn.daysLate === 0 ? [] : [lateText(handIn)];
  const lines = activities.map((facts) => {
    const graded = gradedOf(handIn, facts.id);
    if (graded === null || graded.state === "missing")
      return french`${facts.number} : ${stateWords.missing}.`;
    const points = pointsText(pointsFor(handIn, graded.share, facts), facts.points);
    const mistakes = foundMistakes(graded).map((name) => foundWords(materials.get(facts.id), name).title);
    return [french`${facts.number} : ${stateWords[graded.state]}, ${points}.`, ...mistakes].join(" ");
  });
  return [...late, ...lines].join(" ");
}
