import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { classPairs } from "../../../../../src/course/classroom/report/class-pairs.ts";
import { tallyOf } from "../../../../../src/course/classroom/report/class-tally.ts";
import { similarSources } from "../../../../../src/course/classroom/report/similar-sources.ts";
import { sourceTokens } from "../../../../../src/course/classroom/report/source-tokens.ts";
import { graded, handIn, materials, smallClass } from "./small-class.ts";

const grader = (file: string): string =>
  readFileSync(new URL(`../../../../../graders/ipv4/${file}`, import.meta.url), "utf8");
const solution = grader("build-header/solution.ts");
const starter = grader("build-header/starter.ts");
/** What a copyist does: other names, other layout, other comments. */
const disguised = solution
  .replaceAll(/\/\*[^]*?\*\/|\/\/.*$/gm, "")
  .replaceAll(/\b(header|bytes|view|checksum|fields|options|length)\b/g, "my_$1")
  .replaceAll("\n", "\n\n  ");
const others = ["parse-header", "checksum", "check-header", "parse-options"].map((name) =>
  grader(`${name}/solution.ts`),
);

const named = (...texts: readonly string[]) => texts.map((text, i) => ({ key: i, text }));
const pairs = (texts: readonly string[], given: readonly string[] = []) =>
  similarSources(named(...texts), given).map(({ sources, sameText }) => [
    ...sources.map(({ key }) => key),
    sameText,
  ]);

describe("tokens", () => {
  test("are the program's shape: names, values, comments and layout say nothing", () => {
    const shape = "const name = name ( name ) + number ; return text ;".split(" ");
    expect(sourceTokens("const a = f(b) + 1; // x\nreturn 'a';")).toEqual(shape);
    expect(sourceTokens("const total=sum( x )+0xff ;/* y */ return `b`;")).toEqual(shape);
  });
});

describe("similar sources", () => {
  test("the test's copy is no copy to the letter", () => {
    expect(disguised).not.toBe(solution);
    expect(disguised).toContain("my_");
  });

  test("a copy is found behind other names and layout; different programs are no pair", () => {
    expect(pairs([solution, ...others, disguised])).toEqual([[0, 5, false]]);
  });

  test("one text to the letter is found however many have it", () => {
    expect(pairs([...others, solution, solution, solution, solution, solution])).toEqual([
      [4, 5, 6, 7, 8, true],
    ]);
  });

  test("what was given to all is no sign, nor what more than three of a small class wrote alike", () => {
    expect(pairs([solution, disguised, ...others], [solution])).toEqual([]);
    expect(pairs([starter, starter, ...others], [starter])).toEqual([]);
    const four = [solution, disguised, `${disguised}\n// 3`, `${disguised}\n// 4`];
    expect(pairs([...four.slice(0, 3), ...others])).toHaveLength(3);
    expect(pairs([...four, ...others])).toEqual([]);
  });

  test("in a class, texts of one activity are compared, by student", () => {
    const texts = [solution, ...others, disguised];
    const handIns = texts.map((source, i) => handIn(String(i), `S${i}`, "", [graded({ source })]));
    const results = { ...smallClass, handIns };
    const { pairs: found } = classPairs(results, tallyOf(results).students, materials);
    expect(
      found.map(({ activity, sources }) => [activity, ...sources.map(({ key }) => key.student.name)]),
    ).toEqual([[0, "S0", "S5"]]);
  });
});
