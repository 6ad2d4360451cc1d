/** Sequence numbers are 32 bits and wrap: all arithmetic is modulo 2^32 (RFC 9293 §3.4). */
const modulus = 2 ** 32;

/** The number that lies `count` after (or, below zero, before) `sequence`. */
export const advance = (sequence: number, count: number): number =>
  (((sequence + count) % modulus) + modulus) % modulus;

/** How far `to` lies ahead of `from`: -2^31 to 2^31 - 1, negative when it lies behind. */
export const distance = (from: number, to: number): number => (to - from) | 0;

/** `low` =< `value` =< `high`, on the circle. */
export const isWithin = (low: number, value: number, high: number): boolean =>
  distance(low, value) >= 0 && distance(value, high) >= 0;

/**
 * Whether a segment of SEG.LEN `length` has anything in the receive window (RFC 9293 §3.10.7.4, table 6). A window of
 * zero takes nothing but an empty segment at RCV.NXT.
 */
export function isAcceptable(next: number, window: number, sequence: number, length: number): boolean {
  const start = distance(next, sequence);
  if (window === 0) return length === 0 && start === 0;
  const last = start + Math.max(length, 1) - 1;
  return (start >= 0 && start < window) || (last >= 0 && last < window);
}
