import { lineOf, strangers, totalOf, type Line, type Listed } from "#course/progress/totals.ts";
import type { Records } from "#course/progress/records.ts";
import { pointsInLab } from "#course/classroom/lab.ts";
import { frenchNumber } from "#course/feedback/fr/typography.ts";
import { when } from "../words.ts";
import { words } from "./words.ts";

/**
 * Fills the static table: `[data-work-for=<id>]` rows with `[data-cell=state|points|attempts|hints|last]`,
 * `[data-total=<chapter>]` and `[data-total=all]`. A row with `data-most` gives its points on another scale than the
 * workbook's, whose `data-most` stand for its `data-points`.
 */
export function fillTable(root: ParentNode, records: Records): void {
  const rows = [...root.querySelectorAll<HTMLElement>("[data-work-for]")];
  const listed = rows.map(({ dataset }) => ({
    id: dataset["workFor"] ?? "",
    number: dataset["number"] ?? "",
    points: Number(dataset["points"]),
    chapter: dataset["chapter"] ?? "",
    most: Number(dataset["most"] ?? dataset["points"]),
  }));
  const lines = listed.map(({ id, most, points }) => {
    const line = lineOf(records, id);
    return { ...line, points: pointsInLab(line.points, most, points) };
  });
  rows.forEach((row, at) => {
    const line = lines[at];
    const exercise = listed[at];
    if (line !== undefined && exercise !== undefined) fillRow(row, line, exercise, records.now());
  });
  for (const place of root.querySelectorAll<HTMLElement>("[data-total]")) {
    const chapter = place.dataset["total"];
    const own = listed.filter((one) => chapter === "all" || one.chapter === chapter);
    const { passed, exercises, points, of } = totalOf(own, lines);
    place.textContent = words.total(passed, exercises, points, of);
  }
  fillStrangers(root, strangers(records, listed));
}

function fillRow(row: HTMLElement, line: Line, { points }: Listed, now: number): void {
  row.dataset["state"] = line.state;
  const state = [
    words.state[line.state],
    ...(line.versions > 1 ? [words.versions] : []),
    ...(line.solutionShown ? [words.solutionSeen] : []),
  ];
  const cells = {
    state: state.join(", "),
    points: `${frenchNumber(line.points)} / ${frenchNumber(points)}`,
    attempts: String(line.attempts),
    hints: String(line.hints),
    last: line.last === null ? words.never : when(line.last, now),
  };
  for (const [name, text] of Object.entries(cells)) {
    const cell = row.querySelector(`[data-cell="${name}"]`);
    if (cell !== null) cell.textContent = text;
  }
}

function fillStrangers(root: ParentNode, ids: readonly string[]): void {
  const place = root.querySelector<HTMLElement>("[data-strangers]");
  if (place === null) return;
  place.hidden = ids.length === 0;
  place.textContent = ids.length === 0 ? "" : `${words.strangers} ${ids.join(", ")}.`;
}
