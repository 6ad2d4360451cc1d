import { constantFrom, integer, oneof, type Arbitrary } from "fast-check";
import { preferring, smallerNumbers } from "./simplify.ts";
import { withShrinks } from "./with-shrinks.ts";

/**
 * Unsigned integers of `bits` bits (up to 32), one in three at a boundary (0, 1, the top bit alone, all ones and
 * their neighbours). Shrinks to the first of `preferred`, then along the list, then toward 0.
 *
 * @example
 * const ttl = unsigned(8, [64, 1, 0]);
 */
export function unsigned(bits: number, preferred: readonly [number, ...number[]] = [0]): Arbitrary<number> {
  const max = 2 ** bits - 1;
  const top = 2 ** (bits - 1);
  const isValid = (value: unknown): value is number =>
    Number.isInteger(value) && Number(value) >= 0 && Number(value) <= max;
  const source = oneof(
    { weight: 2, arbitrary: integer({ min: 0, max }) },
    { weight: 1, arbitrary: constantFrom(0, 1, 2, top - 1, top, max - 1, max, ...preferred) },
  );
  return withShrinks(source, isValid, (value) => towardPreferred(value, preferred));
}

/** All that is simpler than a number: the preferred ones before it, boldest first, then smaller numbers. */
export function* towardPreferred(value: number, preferred: readonly [number, ...number[]]): Iterable<number> {
  const rule = preferring(preferred, smallerNumbers);
  if (value !== rule.simplest) yield rule.simplest;
  yield* rule.smaller(value);
}

/** A byte as a number, 0 to 255, toward 0. */
export const byte: Arbitrary<number> = unsigned(8);
