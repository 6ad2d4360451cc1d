import { fail, ok, valueOrNull, type Result } from "./result.ts";

/** Lower-case hexadecimal, two digits a byte, no spaces: `45000014`. */
export function toHex(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += byte.toString(16).padStart(2, "0");
  return text;
}

/**
 * The bytes that a hexadecimal text spells, in either case, with spaces or line breaks anywhere between digits.
 * `digit`: another character. `odd`: the last digit has no partner. The offset counts characters.
 */
export function readHex(text: string): Result<Uint8Array, "digit" | "odd"> {
  const fault = /[^0-9a-fA-F\s]/.exec(text);
  if (fault !== null) return fail("digit", fault.index);
  const digits = text.replace(/\s+/g, "");
  if (digits.length % 2 !== 0) return fail("odd", text.trimEnd().length - 1);
  const bytes = new Uint8Array(digits.length / 2);
  for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(digits.slice(2 * i, 2 * i + 2), 16);
  return ok(bytes);
}

/** The same for those who need no reason: null for what is no such text. */
export const fromHex = (text: string): Uint8Array | null => valueOrNull(readHex(text));
