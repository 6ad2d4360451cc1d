import { expect, test } from "vitest";
import { outcome } from "./support.ts";

const threw = (name: string, message: string, at: unknown = null) => ({
  kind: "threw",
  code: "error",
  name,
  message,
  at,
});

test.each([
  "export const f = () => {\n  return null¦.x;\n}",
  "/* é */ export const f = () => null¦.x",
  "/* 😀 */ export const f = () => null¦.x",
  "export const f = () => {\r\n\tconst é = '日本'; return null¦.x;\r\n}",
  "const g = (o) => o.x¦.y;\nexport const f = () =>\n  g({});",
  "export const f = () => {\n  throw new Error¦('x');\n}",
])("an error points into the learner's text: %j", async (marked) => {
  const before = marked.slice(0, marked.indexOf("¦")).split("\n");
  const at = { line: before.length, column: (before.at(-1) ?? "").length + 1 };
  expect(await outcome(marked.replace("¦", ""))).toHaveProperty("at", at);
});

test("name and message are those of the error", async () => {
  const code =
    "class Lost extends Error { name = 'Lost' } export const f = () => { throw new Lost('here é') }";
  expect(await outcome(code)).toMatchObject({ name: "Lost", message: "here é" });
});

test.each([
  ["Symbol('x')", "Symbol(x)"],
  ["null", "null"],
  ["undefined", "undefined"],
  ["'text'", "text"],
  ["42n", "42n"],
  ["{ code: 3 }", "{code: 3}"],
  ["{ toString() { for (;;); }, message: 'm' }", '{toString: [function], message: "m"}'],
  ["new Proxy({}, { getPrototypeOf() { throw 1 } })", ""],
  ["new Proxy({}, { ownKeys() { throw 1 } })", ""],
])("what is no error is thrown as text: throw %s", async (thrown, message) => {
  expect(await outcome(`export const f = () => { throw ${thrown} }`)).toStrictEqual(threw("", message));
});

test.each(["message", "name", "stack"])("an error whose %s throws is an error all the same", async (key) => {
  const code = `export const f = () => { throw Object.defineProperty(new Error("m"), "${key}", { get() { throw 1 } }) }`;
  expect(await outcome(code)).toMatchObject({ kind: "threw", code: "error" });
});

test.each(["message", "name", "stack"])("an error whose %s does not end spends the budget", async (key) => {
  const code = `export const f = () => { throw Object.defineProperty(new Error("m"), "${key}", { get() { for (;;); } }) }`;
  expect(await outcome(code)).toMatchObject({ kind: "out-of-budget", limit: "case" });
});

test.each([
  "    at f (exercise.ts:9999:1)",
  "    at f (exercise.ts:0:0)",
  "exercise.ts:1:1 and more",
  "x".repeat(1e6),
])("a made-up stack points nowhere: %.40s", async (stack) => {
  const code = `export const f = () => { throw Object.assign(new Error("m"), { stack: ${JSON.stringify(stack)} }) }`;
  expect(await outcome(code)).toStrictEqual(threw("Error", "m"));
});

test("a very long message is cut", async () => {
  const result = await outcome("export const f = () => { throw new Error('x'.repeat(1e6)) }");
  expect(result).toHaveProperty("message", "x".repeat(4000));
});
