import { equalBytes } from "../../net/bytes/byte-string.ts";
import type { Simplify } from "./simplify.ts";

/** Toward no bytes: shorter first, then zeros. Measured by length, then by the sum of the bytes. */
export const towardEmpty: Simplify<Uint8Array> = {
  simplest: new Uint8Array(),
  smaller: smallerBytes,
  same: equalBytes,
};

/**
 * Shorter byte strings (half, the other half, one byte less), then zeros in half of it, then in single bytes.
 * Without the empty one.
 */
export function* smallerBytes(bytes: Uint8Array): Iterable<Uint8Array> {
  const { length } = bytes;
  const half = length >>> 1;
  if (half > 0) yield bytes.slice(0, half);
  if (half > 0) yield bytes.slice(half);
  if (length > 2) yield bytes.slice(0, length - 1);
  for (let size = length; size > 0; size >>>= 1) {
    for (let from = 0; from < length; from += size) {
      const zeroed = bytes.slice();
      zeroed.fill(0, from, from + size);
      if (!equalBytes(zeroed, bytes)) yield zeroed;
    }
  }
}

/** Shorter, or of the same length and with a smaller sum: the measure that shrinking of bytes goes by. */
export const isSmaller = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length < b.length || (a.length === b.length && sum(a) < sum(b));

const sum = (bytes: Uint8Array): number => bytes.reduce((total, byte) => total + byte, 0);

/** The guard of every generator of bytes. */
export const isBytes = (value: unknown): value is Uint8Array => value instanceof Uint8Array;
