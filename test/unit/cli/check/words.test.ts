import { readFileSync } from "node:fs";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { parseArguments } from "../../../../src/cli/check/arguments.ts";
import { isNumber, isPlanned } from "../../../../src/cli/check/course-plan.ts";
import { numberProblems } from "../../../../src/cli/check/numbers.ts";
import { bar, progressOn, shareOf } from "../../../../src/cli/check/progress.ts";
import { duration, sentenceFor, summary } from "../../../../src/cli/check/sentences.fr.ts";
import { show } from "../../../../src/cli/check/show.ts";
import { rowOf, tableLines } from "../../../../src/cli/check/table.ts";

const figures = { cases: 231, mistakes: 12, caught: 11, mutants: 118, refused: 116, equivalent: 2 };
const report = (id: string, number: string | null) => ({ id, number, ms: 1349, figures, problems: [] });

test("arguments: names, help, and what is no option", () => {
  expect(parseArguments([])).toEqual({ kind: "check", wanted: [] });
  expect(parseArguments(["03.1", "ipv4/checksum"])).toEqual({
    kind: "check",
    wanted: ["03.1", "ipv4/checksum"],
  });
  expect(parseArguments(["03.1", "--help"])).toEqual({ kind: "help" });
  expect(parseArguments(["03.1", "--fast"])).toEqual({ kind: "unknown-option", option: "--fast" });
});

test.each([
  ["01.3", true],
  ["01.4", false],
  ["18.6", true],
  ["19.1", false],
  ["08.0", false],
  ["3.1", false],
])("the plan of the course has %s: %s", (number, planned) => {
  expect(isPlanned(number)).toBe(planned);
});

test("authors add exercises to the chapters of the plan, in any place", () => {
  expect(["01.1", "01.4", "18.99"].every(isNumber)).toBe(true);
  expect(["00.1", "19.1", "08.0", "3.1", "03.100", "03.1 bis"].some(isNumber)).toBe(false);
});

test("the second exercise of a number is at fault; those without a number are not", () => {
  const reports = [report("a/a", "03.1"), report("b/b", "03.1"), report("c/c", null), report("d/d", null)];
  expect([...numberProblems(reports)]).toEqual([
    ["b/b", [{ rule: "numbers", problem: { code: "number-taken", number: "03.1", by: "a/a" } }]],
  ]);
});

describe("the table", () => {
  test("pads its columns, numbers to the right", () => {
    const broken = {
      ...report("b/bb", null),
      problems: [{ rule: "x", problem: { code: "starter-passes" as const } }],
    };
    expect(tableLines([report("a/a", "03.1"), broken].map(rowOf))).toEqual([
      "   n°    exercice  cas  temps  fautes reconnues  mutants refusés",
      "✓  03.1  a/a       231  1,3 s             11/12  116/118 + 2 équiv.",
      "✗  ?     b/bb      231  1,3 s             11/12  116/118 + 2 équiv.",
    ]);
  });
});

describe("progress", () => {
  const weights = { mistakes: 0.4, mutants: 0.6 };

  test("is what came before and the part of this rule", () => {
    expect(shareOf({ rule: "mistakes", done: 1, of: 2 }, weights)).toBeCloseTo(0.2);
    expect(shareOf({ rule: "mutants", done: 1, of: 2 }, weights)).toBeCloseTo(0.7);
    expect(shareOf({ rule: "files", done: 0, of: 1 }, weights)).toBe(0);
  });

  test("draws 24 signs", () => {
    expect(bar(0)).toBe("░".repeat(24));
    expect(bar(0.5)).toBe("█".repeat(12) + "░".repeat(12));
  });

  test("is rewritten in place on a terminal, never longer than it is wide, and wiped at the end", () => {
    const written: string[] = [];
    const screen = { isTTY: true, columns: 40, write: (text: string) => written.push(text) };
    const progress = progressOn(screen, 2, weights);
    progress.step("ipv4/checksum", { rule: "mutants", done: 59, of: 118 });
    progress.done();
    expect(written[0]).toBe(
      `\r\u001b[2K${"█".repeat(8)}${"░".repeat(16)} ipv4/checksum`.padEnd(5 + 39, " ").slice(0, 5 + 39),
    );
    expect(written.at(-1)).toBe("\r\u001b[2K");
  });

  test("is silent in a pipe", () => {
    const written: string[] = [];
    const progress = progressOn({ write: (text: string) => written.push(text) }, 2, weights);
    progress.step("ipv4/checksum", { rule: "mutants", done: 59, of: 118 });
    progress.done();
    expect(written).toEqual([]);
  });
});

describe("the French", () => {
  test("names the mistake and says what to do", () => {
    const file = "mistakes/carry-lost.ts";
    const problem = { code: "mistake-passes", file, name: "carry-lost", seed: 1 } as const;
    const start = /^Aucun cas ne distingue la faute «\u202fcarry-lost\u202f»/;
    expect(sentenceFor({ ...problem, where: null })).toMatch(start);
    const where = "deux retenues s'enchaînent";
    expect(sentenceFor({ ...problem, where })).toMatch(/ un cas où deux retenues s'enchaînent\.$/);
  });

  test("keeps narrow no-break spaces inside guillemets and before high punctuation", () => {
    const pieces = textsIn("../../../../src/cli/check/sentences.fr.ts");
    expect(pieces.length).toBeGreaterThan(50);
    expect(pieces.filter((text) => /«[^\u202f]|[^\u202f]»| [;:!?]/.test(text))).toEqual([]);
  });

  test("counts", () => {
    expect(summary(1, 0)).toBe("1 exercice\u202f: tout est en ordre.");
    expect(summary(8, 1)).toBe("1 défaut à corriger.");
    expect(summary(8, 2)).toBe("2 défauts à corriger.");
    expect(duration(12_340)).toBe("12,3 s");
  });
});

test("values are shown in one line of at most 200 characters", () => {
  expect(show(Uint8Array.of(1, 255))).toBe('{"$bytes":"01ff"}');
  expect(show("x".repeat(300))).toHaveLength(200);
});

/** Every text and every fixed piece of a template in a source file. */
function textsIn(file: string): string[] {
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) || ts.isTemplateLiteralToken(node)) texts.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(
    ts.createSourceFile(file, readFileSync(new URL(file, import.meta.url), "utf8"), ts.ScriptTarget.Latest),
  );
  return texts;
}
