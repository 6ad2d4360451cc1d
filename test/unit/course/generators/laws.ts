import { assert, property, sample, type Arbitrary } from "fast-check";
import { expect, test } from "vitest";
import { minimize } from "./minimize.ts";

/** What grading relies on, for every generator: call it inside a `describe`. */
export function obeyShrinkingLaws(arbitrary: Arbitrary<unknown>): void {
  test("generates values that shrink without context, and only inside its domain", () => {
    assert(
      property(arbitrary, (value) => {
        expect(arbitrary.canShrinkWithoutContext(value)).toBe(true);
        for (const step of arbitrary.shrink(value, undefined)) {
          expect(arbitrary.canShrinkWithoutContext(step.value)).toBe(true);
        }
      }),
      { seed: 1 },
    );
  });

  test("comes to an end whatever fails, at the simplest value or near it", () => {
    for (const value of sample(arbitrary, { seed: 2, numRuns: 60 })) {
      expect(minimize(arbitrary, value, () => true).tries).toBeLessThan(60);
    }
  });

  test("comes to an end whichever of the steps fail", () => {
    const pick = xorshift32(0x9e3779b9);
    for (const value of sample(arbitrary, { seed: 3, numRuns: 30 })) {
      let current = value;
      for (let count = 0; ; count++) {
        const steps = [...arbitrary.shrink(current, undefined)];
        const step = steps[pick() % Math.max(1, steps.length)];
        if (step === undefined) break;
        current = step.value;
        expect(count).toBeLessThan(2000);
      }
    }
  });
}

/** A small fixed source of choices (Marsaglia's xorshift with 13, 17, 5). */
function xorshift32(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>>= 0);
  };
}
