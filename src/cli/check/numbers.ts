import type { FolderReport, RuledProblem } from "./report.ts";

/** No two exercises have the same number. Gives, by folder, the problems of those that came second. */
export function numberProblems(reports: readonly FolderReport[]): Map<string, RuledProblem[]> {
  const owners = new Map<string, string>();
  const found = new Map<string, RuledProblem[]>();
  for (const { id, number } of reports) {
    if (number === null) continue;
    const by = owners.get(number);
    if (by === undefined) owners.set(number, id);
    else found.set(id, [{ rule: "numbers", problem: { code: "number-taken", number, by } }]);
  }
  return found;
}
