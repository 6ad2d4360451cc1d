import type { ClassResults } from "../graded.ts";
import { csvText } from "./csv.ts";
import { problemSentence } from "./problem-sentence.fr.ts";

/** `problemes.csv`: what a person has to know of the files, one row a problem, in the order they were found. */
export const problemsCsv = ({ problems }: Pick<ClassResults, "problems">): string =>
  csvText(
    ["Fichier", "Numéro d'identification", "Activité", "Code", "Que faire"],
    problems.map((problem) => [
      problem.path,
      problem.number,
      problem.activity,
      problem.code,
      problemSentence(problem),
    ]),
  );
