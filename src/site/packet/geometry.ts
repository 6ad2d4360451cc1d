import type { Field } from "#net/bytes/layout.ts";

/** A rectangle of one field in the drawing. A field that crosses a row has several, in order. */
export type Piece = {
  readonly kind: "piece";
  /** Index of its field. */
  readonly field: number;
  readonly column: number;
  readonly width: number;
  readonly rows: number;
  /** Whether this piece, the field's largest, carries name and value. */
  readonly label: boolean;
  /** The last piece of plain bytes: its lower edge is torn, since their number varies. */
  readonly torn: boolean;
};

/** Left of a row: the offset of its first byte, or null where rows were left out. */
export type Gutter = { readonly kind: "gutter"; readonly byte: number | null };

/** Columns of a drawing: 32 bits a row as RFCs draw it, 16 on narrow screens. */
export type Columns = 16 | 32;

const mostRows = 4;
const mostPlainRows = 2;

/** The drawing, row by row in reading order, each row after its gutter; a tall piece comes before its other gutters. */
export function arrange(fields: readonly Field[], columns: Columns): (Piece | Gutter)[] {
  return fields.flatMap((field, index) => {
    const pieces = cut(field, index, columns);
    return pieces.flatMap(({ bit, piece, shortened }) => {
      if (bit % columns !== 0) return [piece];
      const gutters = Array.from({ length: piece.rows }, (_, row): Gutter => ({
        kind: "gutter",
        byte: row > 0 && shortened ? null : (bit + row * columns) / 8,
      }));
      const [first, ...others] = gutters;
      return first === undefined ? [piece] : [first, piece, ...others];
    });
  });
}

type Cut = { readonly bit: number; readonly piece: Piece; readonly shortened: boolean };

/** Rest of the row it starts in, then its whole rows as one block, then the rest. */
function cut(field: Field, index: number, columns: Columns): Cut[] {
  const end = field.bit + field.bits;
  const headEnd = Math.min(end, Math.ceil(field.bit / columns) * columns);
  const wholeRows = Math.floor((end - headEnd) / columns);
  const tail = headEnd + wholeRows * columns;
  const parts = [
    { from: field.bit, to: headEnd, rows: 1 },
    { from: headEnd, to: tail, rows: wholeRows },
    { from: tail, to: end, rows: 1 },
  ].filter(({ from, to }) => to > from);

  const largest = Math.max(...parts.map(({ from, to }) => to - from));
  const label = parts.findIndex(({ from, to }) => to - from === largest);
  const plain = isPlain(field);
  return parts.map(({ from, to, rows }, part) => {
    const shown = Math.min(rows, plain ? mostPlainRows : mostRows);
    const piece: Piece = {
      kind: "piece",
      field: index,
      column: from % columns,
      width: (to - from) / rows,
      rows: shown,
      label: part === label,
      torn: plain && part === parts.length - 1 && field.bits >= 32,
    };
    return { bit: from, piece, shortened: shown < rows };
  });
}

const isPlain = (field: Field): boolean => field.value === undefined;
