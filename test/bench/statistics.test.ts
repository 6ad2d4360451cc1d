import { expect, test } from "vitest";
import { spreadOf, write, writeSpread } from "./statistics.ts";

test("the median and the quartiles of a sample, in any order", () => {
  expect(spreadOf([5, 1, 4, 2, 3])).toEqual({ median: 3, low: 2, high: 4 });
  expect(spreadOf([1, 2])).toEqual({ median: 1.5, low: 1.25, high: 1.75 });
  expect(spreadOf([7])).toEqual({ median: 7, low: 7, high: 7 });
});

test("figures carry no more digits than they are worth", () => {
  expect([123.4, 12.34, 1.234, 0.01234].map(write)).toEqual(["123", "12.3", "1.2", "0.012"]);
  expect(writeSpread({ median: 21.64, low: 20, high: 140 }, " ms")).toBe("21.6 ms (20.0–140)");
});
