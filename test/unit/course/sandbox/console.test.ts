import { expect, test } from "vitest";
import { opened, report } from "./support.ts";

const printed = async (statement: string): Promise<string> =>
  (await report(`export const f = () => { ${statement} }`)).printed;

test.each([
  ["console.log('a', 1, -0, 2n, null, undefined, true)", "a 1 -0 2n null undefined true\n"],
  ["console.log(new Uint8Array([1, 2, 3]))", "Uint8Array(3) [1, 2, 3]\n"],
  ["console.log({ a: 'x', b: [1, { c: null }] })", '{a: "x", b: [1, {c: null}]}\n'],
  ["console.log(new Map([['k', 1]]), new Set(['x']))", 'Map(1) {"k" => 1} Set(1) {"x"}\n'],
  ["console.log(new RangeError('no'), () => 1, Symbol('s'))", "RangeError: no [function] Symbol(s)\n"],
  ["console.log(Promise.resolve(1), [undefined])", "[promise] [undefined]\n"],
  ["console.log()", "\n"],
  ["const a = {}; a.a = a; console.log(a)", "{a: {a: {a: {a: {a: {a: …}}}}}}\n"],
  ["console.info(1); console.warn(2); console.error(3); console.debug(4)", "1\n2\n3\n4\n"],
  ["Promise.resolve().then(() => console.log('later')); console.log('now')", "now\nlater\n"],
])("%s", async (statement, text) => {
  expect(await printed(statement)).toBe(text);
});

test("what is printed before an error, or before the budget is spent, is kept", async () => {
  expect(await printed("console.log('x'); null.x")).toBe("x\n");
  expect(await printed("console.log('x'); for (;;);")).toBe("x\n");
});

test("output is kept to 4,000 characters a call and the rest counted", async () => {
  const candidate = await opened("export const f = (n) => console.log('x'.repeat(n))");
  expect(candidate.call([3999])).toMatchObject({ printed: `${"x".repeat(3999)}\n`, printedCut: 0 });
  expect(candidate.call([4000])).toMatchObject({ printed: "x".repeat(4000), printedCut: 1 });
  expect(candidate.call([1_000_000])).toMatchObject({ printed: "x".repeat(4000), printedCut: 996_001 });
  expect(candidate.call([1])).toMatchObject({ printed: "x\n", printedCut: 0 });
});

test("a line of several values is cut where the room ends", async () => {
  const result = await report(
    "export const f = () => { console.log('x'.repeat(3998), 'yz', 1); console.log('more') }",
  );
  expect(result).toMatchObject({ printed: `${"x".repeat(3998)} y`, printedCut: "z 1\nmore\n".length });
});

test("ten thousand lines are counted to the last", async () => {
  const result = await report(
    "export const f = () => { for (let i = 0; i < 10000; i++) console.log('12345') }",
  );
  expect(result.printed.length + result.printedCut).toBe(60_000);
});

test("a huge value is shown in part", async () => {
  const result = await report("export const f = () => console.log(new Array(1e6).fill(1))");
  expect(result.printed).toBe(`[${"1, ".repeat(1000)}… 999000]\n`);
});

test("an error inside a printed value goes to who printed it", async () => {
  const result = await report(
    "export const f = () => console.log({ get a() { throw new Error('inside') } })",
  );
  expect(result.outcome).toMatchObject({ kind: "threw", message: "inside" });
});
