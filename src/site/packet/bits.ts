import type { Field } from "#net/bytes/layout.ts";
import { toHex } from "#net/bytes/hex.ts";

/** The bits `bit` to `bit + bits - 1` as zeros and ones, bit 0 first; what lies behind the last byte is left out. */
export function binary(bytes: Uint8Array, bit: number, bits: number): string {
  let text = "";
  for (let i = bit; i < Math.min(bit + bits, bytes.length * 8); i++) {
    text += String(((bytes[i >> 3] ?? 0) >> (7 - (i & 7))) & 1);
  }
  return text;
}

/** Small print under a value, in bytes: longer fields are cut. */
const longestHex = 8;

/**
 * A field's content in hexadecimal, as small print: whole digits as they stand in the dump (`0abe`), other widths as
 * bits (`010`) or, when long, as a number (`0x0b9`). Empty for a single bit, whose value says it all.
 */
export function fieldHex(bytes: Uint8Array, { bit, bits }: Pick<Field, "bit" | "bits">): string {
  if (bits === 1) return "";
  if (bit % 4 === 0 && bits % 4 === 0) {
    const digits = toHex(bytes.subarray(bit >> 3, ((bit + bits - 1) >> 3) + 1));
    const own = digits.slice((bit % 8) / 4, (bit % 8) / 4 + Math.min(bits, longestHex * 8) / 4);
    return groupDigits(own) + (bits > longestHex * 8 ? " …" : "");
  }
  const content = binary(bytes, bit, bits);
  return bits <= 8
    ? content
    : `0x${BigInt(`0b0${content}`)
        .toString(16)
        .padStart(Math.ceil(bits / 4), "0")}`;
}

/** `0af40105` → `0af4 0105`. */
const groupDigits = (digits: string): string => digits.replace(/(....)(?=.)/g, "$1 ");

/** `96 à 127`, `49`. */
export const bitRange = ({ bit, bits }: Pick<Field, "bit" | "bits">): string =>
  bits === 1 ? String(bit) : `${bit} à ${bit + bits - 1}`;

/** The value as written by the layout, or the size of plain bytes. */
export function fieldValue({ value, bits }: Field): string {
  if (value !== undefined) return value;
  const octets = bits / 8;
  if (!Number.isInteger(octets)) return bits === 1 ? "1 bit" : `${bits} bits`;
  return octets === 1 ? "1 octet" : `${octets} octets`;
}
