import { advance, distance } from "./tcp/sequence.ts";

/**
 * A piece of text that somebody between the two ends of a TCP connection has put in place of another: it began at the
 * sequence number `at` and had `length` bytes, and has `delta` more now. All numbers as the sender counts them.
 */
export type Edit = { readonly at: number; readonly length: number; readonly delta: number };

/**
 * A sequence number of the sender as the receiver must see it: everything behind an edit stands further on, by what
 * it and those before it have added (RFC 3022 §4.4). `edits` are in the order of the stream.
 */
export const shiftSequence = (edits: readonly Edit[], sequence: number): number =>
  advance(
    sequence,
    edits.reduce((sum, { at, delta }) => (distance(at, sequence) > 0 ? sum + delta : sum), 0),
  );

/**
 * An acknowledgment (or the edge of a SACK block) of the receiver as the sender must see it. What lies inside an edited
 * piece acknowledges nothing of it: the sender never sent those bytes.
 */
export function unshiftAcknowledgment(edits: readonly Edit[], acknowledgment: number): number {
  let added = 0;
  for (const { at, length, delta } of edits) {
    const start = advance(at, added);
    if (distance(start, acknowledgment) <= 0) break;
    if (distance(advance(start, length + delta), acknowledgment) < 0) return at;
    added += delta;
  }
  return advance(acknowledgment, -added);
}
