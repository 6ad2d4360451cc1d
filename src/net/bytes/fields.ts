import type { Field, FieldGroup } from "./layout.ts";

/**
 * What of these fields lies inside `bytes`: a field that is cut keeps its first bits and loses its value, fields of
 * no bits go. So a layout may describe the whole message and still be true of a cut one.
 */
export function clipFields(bytes: Uint8Array, fields: readonly Field[]): Field[] {
  const end = bytes.length * 8;
  return fields.flatMap((field) => {
    if (field.bit + field.bits <= end) return field.bits > 0 ? [field] : [];
    const { name, group, bit, rfc } = field;
    return bit < end ? [{ name, group, bit, bits: end - bit, rfc }] : [];
  });
}

/** `0x` and as many digits as the width asks for: `hex(0x11e7, 16)` is `0x11e7`. */
export const hex = (value: number, bits: number): string =>
  `0x${value.toString(16).padStart(Math.ceil(bits / 4), "0")}`;

/** Makes fields of whole bytes that one section of an RFC defines: name, group, offset and length in bytes, value. */
export const byteFields =
  (rfc: string) =>
  (name: string, group: FieldGroup, offset: number, length: number, value?: string): Field => ({
    name,
    group,
    bit: offset * 8,
    bits: length * 8,
    rfc,
    ...(value === undefined ? {} : { value }),
  });

/** The same for fields of bits: offset and width in bits. */
export const bitFields =
  (rfc: string) =>
  (name: string, group: FieldGroup, bit: number, bits: number, value?: string): Field => ({
    name,
    group,
    bit,
    bits,
    rfc,
    ...(value === undefined ? {} : { value }),
  });
