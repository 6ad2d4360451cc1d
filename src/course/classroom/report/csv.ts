import Papa from "papaparse";
import { printable } from "./escape.ts";

/**
 * A table as CSV for a French spreadsheet and for Moodle: `;` between cells, since the comma is the decimal sign; UTF-8
 * with a byte order mark, without which Excel takes it for Windows-1252; CRLF (RFC 4180 §2).
 *
 * A text that a spreadsheet would run as a formula (`=`, `+`, `-`, `@`, a tab or a line break in front) gets an
 * apostrophe first, as OWASP's "CSV Injection" says; a student chooses the name in the file.
 */
export const csvText = (columns: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  `\uFEFF${Papa.unparse([columns, ...rows.map((row) => row.map(cellText))], { delimiter: ";", newline: "\r\n", escapeFormulae: formula })}\r\n`;

export type Cell = string | number;

/** Also the full-width signs, which some spreadsheets take for their narrow twins. */
const formula = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/** A decimal comma: with a point, a French Excel makes a date of 12.5. */
const cellText = (cell: Cell): string => (typeof cell === "number" ? decimal(cell) : printable(cell));

/** At most two decimals, no grouping: `12,5`. */
export const decimal = (value: number): string => String(Math.round(value * 100) / 100).replace(".", ",");
