import type { Arbitrary } from "fast-check";

/** Shrinks as grading does: from the value alone, taking the first simpler value that still fails. */
export function minimize<T>(
  arbitrary: Arbitrary<T>,
  start: T,
  fails: (value: T) => boolean,
): { value: T; tries: number } {
  let value = start;
  let tries = 0;
  for (;;) {
    let next: { value: T } | null = null;
    for (const step of arbitrary.shrink(value, undefined)) {
      tries++;
      if (fails(step.value)) {
        next = { value: step.value };
        break;
      }
      if (tries > 100_000) throw new Error("shrinking does not end");
    }
    if (next === null) return { value, tries };
    value = next.value;
  }
}
