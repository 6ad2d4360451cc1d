import type { Field, FieldGroup } from "#net/bytes/layout.ts";

/** One or two hexadecimal digits of a byte, with the fields that have bits in them. */
export type HexPiece = {
  readonly text: string;
  /** Indices of the fields, separated by spaces. */
  readonly fields: string;
  readonly group: FieldGroup | null;
};

/** A byte of one field in one piece, any other byte digit by digit; spaces where there is no byte. */
export function hexPieces(bytes: Uint8Array, fields: readonly Field[], offset: number): HexPiece[] {
  const byte = bytes[offset];
  if (byte === undefined) return [{ text: "  ", fields: "", group: null }];
  const digits = byte.toString(16).padStart(2, "0");
  const left = touching(fields, offset * 8, 4);
  const right = touching(fields, offset * 8 + 4, 4);
  if (left.fields === right.fields) return [{ text: digits, ...left }];
  return [
    { text: digits.slice(0, 1), ...left },
    { text: digits.slice(1), ...right },
  ];
}

/** The fields of a whole byte, for its ASCII character. */
export const wholeByte = (
  bytes: Uint8Array,
  fields: readonly Field[],
  offset: number,
): Omit<HexPiece, "text"> =>
  offset < bytes.length ? touching(fields, offset * 8, 8) : { fields: "", group: null };

function touching(fields: readonly Field[], bit: number, bits: number): Omit<HexPiece, "text"> {
  const indices = fields.flatMap((field, index) =>
    field.bit < bit + bits && field.bit + field.bits > bit ? [index] : [],
  );
  return { fields: indices.join(" "), group: fields[indices[0] ?? -1]?.group ?? null };
}
