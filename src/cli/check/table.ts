import type { Examined } from "./pool.ts";
import { columns, duration } from "./sentences.fr.ts";

/** One line of the table: cells, and whether all is well. */
export type Row = { readonly cells: readonly string[]; readonly sound: boolean };

export const rowOf = ({ id, number, ms, figures, problems }: Examined): Row => ({
  cells: [
    problems.length === 0 ? "✓" : "✗",
    number ?? "?",
    id,
    String(figures.cases),
    duration(ms),
    `${figures.caught}/${figures.mistakes}`,
    mutantsCell(figures),
  ],
  sound: problems.length === 0,
});

/** `118/120 + 2 équiv.`: refused of all, and those that are listed as equivalent. */
const mutantsCell = ({ refused, mutants, equivalent }: Examined["figures"]): string =>
  `${refused}/${mutants}${equivalent === 0 ? "" : ` + ${equivalent} équiv.`}`;

/** The lines of the table, cells padded to the widest of their column; numbers stand to the right. */
export function tableLines(rows: readonly Row[]): string[] {
  const all = [["", ...columns], ...rows.map(({ cells }) => cells)];
  const widths = all[0]?.map((_, i) => Math.max(...all.map((cells) => (cells[i] ?? "").length))) ?? [];
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, i) =>
        i < 3 || i === cells.length - 1 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0),
      )
      .join("  ")
      .trimEnd();
  return all.map(line);
}
