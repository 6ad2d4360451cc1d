import type { Field, Layout } from "#net/bytes/layout.ts";
import { binary, fieldHex } from "./bits.ts";

/** A field of the expected message beside what the actual message holds at the same bits. */
export type FieldDifference = {
  /** Index among the expected message's fields. */
  readonly index: number;
  readonly field: Field;
  /** As people write it; null when the actual message ends before the field. */
  readonly actualValue: string | null;
  /** The two contents in binary; `actual` is shorter where the message is cut. */
  readonly expectedBits: string;
  readonly actualBits: string;
};

/** The fields of `expected` whose bits are not those of `actual`, in order. */
export function differingFields(layout: Layout, expected: Uint8Array, actual: Uint8Array): FieldDifference[] {
  const actualFields = layout.fields(actual);
  return layout.fields(expected).flatMap((field, index) => {
    const expectedBits = binary(expected, field.bit, field.bits);
    const actualBits = binary(actual, field.bit, field.bits);
    if (expectedBits === actualBits) return [];
    const twin = actualFields.find((other) => sameplace(field, other));
    const hex = fieldHex(actual, { bit: field.bit, bits: actualBits.length });
    const written = twin?.value ?? (hex === "" ? actualBits : hex);
    return [{ index, field, expectedBits, actualBits, actualValue: actualBits === "" ? null : written }];
  });
}

const sameplace = (a: Field, b: Field): boolean => a.name === b.name && a.bit === b.bit && a.bits === b.bits;

/** Whether the byte at that offset differs, one of the two being absent included. */
export const byteDiffers = (expected: Uint8Array, actual: Uint8Array, offset: number): boolean =>
  expected[offset] !== actual[offset];
