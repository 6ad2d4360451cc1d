import { fail, type WireError } from "./result.ts";

/** A value about to be written: the RFC's name of its field, the field's byte offset, the value, its width in bits. */
export type FieldValue = readonly [field: string, offset: number, value: number, bits: number];

type OutOfRange = { readonly ok: false; readonly error: WireError<"out-of-range"> };

/** The first value that its field cannot hold as an unsigned integer (a TTL of 300, 1.5, -1), or null. */
export function outOfRange(values: readonly FieldValue[]): OutOfRange | null {
  for (const [field, offset, value, bits] of values) {
    if (!Number.isInteger(value) || value < 0 || value >= 2 ** bits)
      return fail("out-of-range", offset, field);
  }
  return null;
}
