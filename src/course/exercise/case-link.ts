import { z } from "zod";
import { fromBase64Url, toBase64Url } from "./base64url.ts";
import { encodedValue, type EncodedValue } from "./value.ts";

/** A failing case as a link carries it: the argument list and the seed, never anybody's code. */
export type LinkedCase = { readonly args: readonly EncodedValue[]; readonly seed: number };

/** Longest code that is read or made, in characters: what browsers, mails and chats carry without harm. */
const maximumLength = 8_000;

const linkedCase = z.tuple([z.array(encodedValue), z.int().min(0).max(0xffff_ffff)]);

/** The code of `#cas=<code>`: JSON, then base64url. Null when the case is too large for a link. */
export function encodeCase(args: readonly EncodedValue[], seed: number): string | null {
  const code = toBase64Url(utf8(JSON.stringify([args, seed])));
  return code.length <= maximumLength ? code : null;
}

/** The case behind a code; null for anything that `encodeCase` did not make. */
export function decodeCase(code: string): LinkedCase | null {
  if (code.length > maximumLength) return null;
  const bytes = fromBase64Url(code);
  if (bytes === null) return null;
  try {
    const parsed = linkedCase.safeParse(JSON.parse(fromUtf8(bytes)));
    return parsed.success ? { args: parsed.data[0], seed: parsed.data[1] } : null;
  } catch {
    return null; // no JSON, no UTF-8, or nested deeper than the parser goes
  }
}

// The language alone, without TextEncoder: `src/course/exercise` knows neither DOM nor Node.
const utf8 = (text: string): Uint8Array =>
  Uint8Array.from(
    encodeURIComponent(text).replace(/%([0-9A-F]{2})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    ),
    (character) => character.charCodeAt(0),
  );

/** Throws URIError on bytes that are no UTF-8. */
const fromUtf8 = (bytes: Uint8Array): string =>
  decodeURIComponent(Array.from(bytes, (byte) => `%${byte.toString(16).padStart(2, "0")}`).join(""));
