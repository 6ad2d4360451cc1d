import { describe, expect, test } from "vitest";
import { mutantsOf } from "../../../../../src/cli/check/mutation/mutants.ts";

/** What the mutants of one operator make of a one-line file, in order. */
const changes = (source: string, operator: string): string[] =>
  mutantsOf(source)
    .filter((mutant) => mutant.operator === operator)
    .map((mutant) => mutant.source);

describe("each operator", () => {
  test.each([
    ["arithmetic", "f(a + b);", ["f(a - b);"]],
    ["arithmetic", "a %= b;", ["a *= b;"]],
    ["bitwise", "f(a >>> b);", ["f(a >> b);", "f(a << b);"]],
    ["bitwise", "f(a >> b);", ["f(a << b);"]],
    ["bitwise", "a |= b;", ["a &= b;", "a = b;"]],
    ["comparison", "f(a < b);", ["f(a <= b);", "f(a >= b);"]],
    ["comparison", "f(a !== b);", ["f(a === b);"]],
    ["logical", "f(a && b);", ["f(a || b);"]],
    ["drop-operand", "f(a ?? b);", ["f(a);", "f(b);"]],
    ["drop-mask", "f(a >>> 0);", ["f(a);"]],
    ["drop-mask", "f(a & 0xff);", ["f(a);"]],
    ["drop-mask", "f(a >>> 4);", []],
    ["drop-mask", "f(a | b);", []],
    ["unary", "f(!a);", ["f(a);"]],
    ["unary", "f(-(a + b));", ["f((a + b));"]],
    ["drop-mask", "f((a + b) & 0xff);", ["f((a + b));"]],
    ["drop-operand", "f(a && b === c);", ["f(a);", "f((b === c));"]],
    ["unary", "a++;", ["a--;"]],
    ["unary", "--a;", ["++a;"]],
    ["boolean", "f(true);", ["f(false);"]],
    ["text", 'f("df");', ['f("");']],
    ["text", 'f("");', ['f("?");']],
    ["text", "f(`${a}.${b}!`);", ["f(`${a}${b}!`);", "f(`${a}.${b}`);"]],
    ["method", "f(Math.min(a, b));", ["f(Math.max(a, b));"]],
    ["length", "f(a.length);", ["f((a.length - 1));"]],
    ["length", "a.length = b;", []],
    ["condition", "if (a) f();", ["if (!(a)) f();", "if (true) f();", "if (false) f();"]],
    ["condition", "if (a < b) f();", ["if (true) f();", "if (false) f();"]],
    ["condition", "while (a) f();", ["while (!(a)) f();", "while (false) f();"]],
    ["swap-branches", "if (a) f(); else g();", ["if (a) g(); else f();"]],
    ["swap-branches", "f(a ? b : c);", ["f(a ? c : b);"]],
    ["drop-else", "if (a) f(); else g();", ["if (a) f(); else {}"]],
    ["drop-statement", "for (const a of b) f(a);", [";", "for (const a of b) ;"]],
  ])("%s changes « %s »", (operator, source, expected) => {
    expect(changes(source, operator)).toEqual(expected);
  });

  test.each([
    ["7", ["8", "6", "15", "3"]], // 2³ − 1: a mask
    ["8", ["9", "7", "16", "4"]], // 2³
    ["5", ["6", "4"]],
    ["0", ["1", "(-1)"]],
    ["0xf0", ["0xf1", "0xef"]],
    ["0xffff_ffff", ["0x100000000", "0xfffffffe", "0x1ffffffff", "0x7fffffff"]],
    ["4n", ["5n", "3n", "8n", "2n"]],
    ["0.5", []],
  ])("constant changes %s", (written, expected) => {
    expect(changes(`f(${written});`, "constant")).toEqual(expected.map((near) => `f(${near});`));
  });

  test("constant keeps the names of members writable", () => {
    expect(changes("f({ 0: a });", "constant")).toEqual(["f({ 1: a });"]);
  });

  test("constant keeps a minus sign in front of a negative number readable", () => {
    expect(changes("f(-0);", "constant")).toEqual(["f(-1);", "f(-(-1));"]);
  });
});

describe("mutantsOf", () => {
  test("leaves types alone", () => {
    expect(mutantsOf('type A = 1 | "x";\ninterface B { c: 2 }\nlet d: 3 | "y";')).toEqual([]);
  });

  test("never gives the solution itself, nor one text twice", () => {
    const source = "export function f(a: number) {\n  if (a === 1) return a + a;\n  return (a & 1) | 0;\n}\n";
    const texts = mutantsOf(source).map((mutant) => mutant.source);
    expect(texts.length).toBeGreaterThan(10);
    expect(texts).not.toContain(source);
    expect(new Set(texts).size).toBe(texts.length);
  });

  test("swapping equal branches is no mutant", () => {
    expect(changes("if (a) f(); else f();", "swap-branches")).toEqual([]);
  });

  test("says where the change is, and which of several alike", () => {
    const [first, second] = mutantsOf("f(a);\n  f(!a);\n  f(!a);\n").filter(
      ({ operator }) => operator === "unary",
    );
    expect(first).toMatchObject({ line: 2, before: "f(!a);", after: "f(a);", occurrence: 1 });
    expect(second).toMatchObject({ line: 3, before: "f(!a);", after: "f(a);", occurrence: 2 });
  });

  test("runs the blanks of a change over several lines together", () => {
    const [loop] = mutantsOf("while (a) {\n  f();\n}\n").filter(
      ({ operator, source }) => operator === "drop-statement" && source.startsWith(";"),
    );
    expect(loop).toMatchObject({ before: "while (a) { f(); }", after: ";" });
  });
});
