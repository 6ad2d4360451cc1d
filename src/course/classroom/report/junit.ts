import {
  pointsFor,
  type ActivityFacts,
  type ClassResults,
  type GradedActivity,
  type GradedHandIn,
} from "../graded.ts";
import { gradedOf } from "./class-report.ts";
import { escaped } from "./escape.ts";
import { foundMistakes, foundWords } from "./found-mistakes.ts";
import type { Materials } from "./materials.ts";
import { pointsText, stateWords } from "./state-words.fr.ts";

/**
 * `junit.xml`: one suite a student, one case an activity. What was not handed in is skipped, what could not be graded
 * is an error, what is wrong or in part right is a failure.
 */
export function junitXml(results: ClassResults, materials: Materials): string {
  const suites = Array.from(results.handIns, (handIn) => suite(results, handIn, materials));
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="${escaped(results.lab.number)}">\n${suites.join("")}</testsuites>\n`;
}

function suite({ lab, activities }: ClassResults, handIn: GradedHandIn, materials: Materials): string {
  const cases = activities.map((facts) => ({ facts, graded: gradedOf(handIn, facts.id) }));
  const many = (...states: readonly GradedActivity["state"][]): number =>
    cases.filter(({ graded }) => states.includes(graded?.state ?? "missing")).length;
  const { name, number } = handIn.student;
  const counts = `tests="${cases.length}" failures="${many("failed", "partial")}" errors="${many("ungraded")}" skipped="${many("missing")}"`;
  const lines = cases.map(
    ({ facts, graded }) =>
      `  <testcase classname="${escaped(`${lab.number}.${number}`)}" name="${escaped(`${facts.number} ${facts.title}`)}">${outcome(facts, graded, handIn, materials)}</testcase>\n`,
  );
  return ` <testsuite name="${escaped(`${number} ${name}`)}" ${counts}>\n${lines.join("")} </testsuite>\n`;
}

function outcome(
  facts: ActivityFacts,
  graded: GradedActivity | null,
  handIn: GradedHandIn,
  materials: Materials,
): string {
  const state = graded?.state ?? "missing";
  if (graded === null || state === "missing") return `<skipped message="${stateWords.missing}"/>`;
  if (state === "passed") return "";
  const points = pointsText(pointsFor(handIn, graded.share, facts), facts.points);
  const mistakes = foundMistakes(graded).map((name) => foundWords(materials.get(facts.id), name).title);
  const said = escaped([`${stateWords[state]}, ${points}.`, ...mistakes].join(" "));
  const type = escaped(graded.verdict?.kind ?? state);
  return state === "ungraded"
    ? `<error type="${type}" message="${said}"/>`
    : `<failure type="${type}" message="${said}"/>`;
}
