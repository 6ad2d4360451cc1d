import { expect, test } from "vitest";
import { listedAs, parseEquivalents } from "../../../../../src/cli/check/mutation/equivalents.ts";
import { mutantsOf } from "../../../../../src/cli/check/mutation/mutants.ts";

test("an entry speaks of one occurrence: the first, unless it says another", () => {
  const [first, second] = mutantsOf("f(!a);\nf(!a);\n").filter(({ operator }) => operator === "unary");
  if (first === undefined || second === undefined) throw new Error("two mutants are made");
  const entry = "- before: f(!a);\n  after: f(a);\n  because: Une raison suffisante.\n";
  const plain = parseEquivalents(entry);
  expect([listedAs(first, plain), listedAs(second, plain)]).toEqual([plain[0], undefined]);
  const other = parseEquivalents(`${entry}  occurrence: 2\n`);
  expect([listedAs(first, other), listedAs(second, other)]).toEqual([undefined, other[0]]);
});

test("an empty file lists nothing; an entry needs its reason and knows no other key", () => {
  expect(parseEquivalents("")).toEqual([]);
  expect(() => parseEquivalents("- before: a\n  after: b\n")).toThrow();
  expect(() =>
    parseEquivalents("- before: a\n  after: b\n  because: Une raison suffisante.\n  line: 3\n"),
  ).toThrow();
});
