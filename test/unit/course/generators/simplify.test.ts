import { expect, test } from "vitest";
import {
  preferring,
  simplifyRecord,
  smallerNumbers,
  towardFalse,
  towardZero,
} from "#course/generators/simplify.ts";

test("preferring: values listed before, then smaller ones", () => {
  const rule = preferring([64, 1, 0], smallerNumbers);
  expect([...rule.smaller(0)]).toEqual([1]);
  expect([...rule.smaller(8)]).toEqual([1, 0, 4, 6, 7]);
  expect([...rule.smaller(64)]).toEqual([]);
});

test("smaller numbers, halving the gap", () => expect([...smallerNumbers(9)]).toEqual([5, 7, 8]));

test("records: all at once, all but one field, groups, single fields, smaller values", () => {
  const rules = { a: towardZero, b: towardZero, c: towardFalse, d: towardZero };
  const steps = [...simplifyRecord({ a: 1, b: 2, c: true, d: 0 }, rules)].map(({ a, b, c }) => [a, b, c]);
  expect(steps).toEqual([
    [0, 0, false],
    [1, 0, false],
    [0, 2, false],
    [0, 0, true],
    [0, 2, true],
    [1, 0, true],
    [1, 2, false],
    [1, 1, true],
  ]);
});
