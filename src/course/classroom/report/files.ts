import type { ClassResults } from "../graded.ts";
import { pagePaths, type ReportFile } from "./class-report.ts";
import { classPage } from "./class-page.ts";
import { feedbackPage } from "./feedback-page.ts";
import { gradesCsv } from "./grades-csv.ts";
import { junitXml } from "./junit.ts";
import type { Materials } from "./materials.ts";
import { problemsCsv } from "./problems-csv.ts";
import { resultsCsv } from "./results-csv.ts";

/**
 * All that class grading writes, file by file: the tables first, then the class page, then a page a student. The same
 * results give the same bytes, on the command line and in a browser.
 */
export function* reportFiles(results: ClassResults, materials: Materials): Generator<ReportFile> {
  yield { path: "notes.csv", text: gradesCsv(results, materials) };
  yield { path: "resultats.csv", text: resultsCsv(results, materials) };
  yield { path: "problemes.csv", text: problemsCsv(results) };
  yield { path: "junit.xml", text: junitXml(results, materials) };
  yield { path: "classe.html", text: classPage(results, materials) };
  const pages = pagePaths();
  for (const handIn of results.handIns)
    yield { path: pages(handIn.student), text: feedbackPage(results, handIn, materials) };
}
