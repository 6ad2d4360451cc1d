import { decodeValue, type EncodedValue } from "../exercise/value.ts";
import type { ShapeFacts } from "./facts.ts";
import type { ValueStrings } from "./strings.ts";
import type { Table, ValuePart } from "./view.ts";

const maximumRows = 40;
const maximumColumns = 8;
const maximumCell = 40;

/** What is not drawn as a table is written by this. */
export type Write = (value: EncodedValue) => string;

/**
 * A value that holds lists of like records (a routing table, a host with its interfaces, a network of hosts) in pieces:
 * each list a table, whatever lies beside it a line. Null when there is no such list in it.
 */
export function valueParts(
  value: EncodedValue,
  shape: ShapeFacts,
  write: Write,
  strings: ValueStrings,
): readonly ValuePart[] | null {
  if (shape.kind !== "value") return null;
  const parts = partsOf(value, "", write, strings);
  return parts.some(({ table }) => table !== null) ? parts : null;
}

/** Tables as aligned columns under their path, the rest as `path: value`. */
export const partsText = (parts: readonly ValuePart[]): string =>
  parts
    .flatMap(({ path, table, text }) => {
      if (table === null) return [path === "" ? text : `${path}: ${text}`];
      return path === "" ? tableLines(table) : [`${path}:`, ...tableLines(table).map((line) => `  ${line}`)];
    })
    .join("\n");

function partsOf(value: EncodedValue, path: string, write: Write, strings: ValueStrings): ValuePart[] {
  const table = tableOf(value, strings);
  if (table !== null) return [{ path, table, text: "" }];
  if (!isRecord(value) || !holdsTable(value, strings)) return [{ path, table: null, text: write(value) }];
  return Object.entries(value).flatMap(([key, inside]) =>
    partsOf(inside, path === "" ? key : `${path}.${key}`, write, strings),
  );
}

const holdsTable = (value: EncodedValue, strings: ValueStrings): boolean =>
  isRecord(value) &&
  Object.values(value).some((inside) => tableOf(inside, strings) !== null || holdsTable(inside, strings));

/** The rows of a list of records that have nothing but short plain values; null for any other value. */
function tableOf(value: EncodedValue, strings: ValueStrings): Table | null {
  if (!isList(value) || value.length === 0) return null;
  const records = value.slice(0, maximumRows);
  if (!records.every(isRecord)) return null;
  const columns = [...new Set(records.flatMap((record) => Object.keys(record)))];
  if (columns.length < 2 || columns.length > maximumColumns) return null;
  const rows = records.map((record) => columns.map((key) => (key in record ? cell(record[key]) : "")));
  if (!rows.every((row) => row.every((text) => text !== null))) return null;
  const more = value.length > maximumRows ? strings.moreItems(value.length) : null;
  return { columns, rows, more };
}

/** Text without quotes, but where it could be taken for another type: `"2"`, `"null"`, `""`. */
function cell(encoded: EncodedValue | undefined): string | null {
  const value = encoded === undefined ? undefined : decodeValue(encoded);
  if (typeof value === "object" && value !== null) return null;
  if (typeof value !== "string") return Object.is(value, -0) ? "-0" : String(value);
  if (value.length > maximumCell) return null;
  return /^[\w.:/-]*[a-z.:/][\w.:/-]*$/i.test(value) && !isWord(value) ? value : JSON.stringify(value);
}

const isWord = (text: string): boolean =>
  /^(null|undefined|true|false|NaN|-?Infinity|-?\d+(\.\d+)?)$/.test(text);

function tableLines({ columns, rows, more }: Table): string[] {
  const all = [columns, ...rows];
  const widths = columns.map((_, i) => Math.max(...all.map((row) => (row[i] ?? "").length)));
  const line = (row: readonly string[]): string =>
    row
      .map((text, i) => text.padEnd(widths[i] ?? 0))
      .join("  ")
      .trimEnd();
  return [...all.map(line), ...(more === null ? [] : [more])];
}

const isList = (value: EncodedValue): value is readonly EncodedValue[] => Array.isArray(value);

/** Tagged values (`$bytes`, `$undefined`) are no records: what they stand for is judged by `cell`. */
const isRecord = (value: EncodedValue): value is { readonly [key: string]: EncodedValue } =>
  typeof value === "object" &&
  value !== null &&
  !Array.isArray(value) &&
  !Object.keys(value).some((key) => key.startsWith("$"));
