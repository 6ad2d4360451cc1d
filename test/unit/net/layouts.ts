import { expect } from "vitest";
import type { Layout } from "#net/bytes/layout.ts";

/** A layout draws every bit that is there once: no overlap, no gap, nothing beyond the end. */
export function expectCovers(layout: Layout, bytes: Uint8Array): void {
  let next = 0;
  for (const field of layout.fields(bytes)) {
    expect(field.bit, `${field.name} begins where the field before it ends`).toBe(next);
    expect(field.bits).toBeGreaterThan(0);
    next = field.bit + field.bits;
  }
  expect(next, "the last field ends with the bytes").toBe(bytes.length * 8);
}
