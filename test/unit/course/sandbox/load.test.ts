import { expect, test } from "vitest";
import { open, opened, returned } from "./support.ts";

const silent = { printed: "", printedCut: 0 };

test.each([
  ["export const g = 1, h = 2", "no-export", "g, h"],
  ["const f = () => 1", "no-export", ""],
  ["export default () => 1", "default-export", "default"],
  ["export const f = 42", "not-a-function", "number"],
  ["export let f", "not-a-function", "undefined"],
])("%s: %s", async (code, reason, detail) => {
  expect(await open(code)).toStrictEqual({ kind: "did-not-compile", reason, at: null, detail });
});

test.each([
  ["let a = 1;\nlet a = 2;", { line: 2, column: 7 }],
  ["const ok = 'é😀'; const r = /(/;", { line: 1, column: 29 }],
  ["@deco class A {}", { line: 1, column: 1 }],
  ["export { missing };", null],
])("what only the engine finds is a syntax error: %s", async (code, at) => {
  expect(await open(code)).toMatchObject({ kind: "did-not-compile", reason: "syntax", at });
});

test("an import that nobody stopped before is told as such", async () => {
  const result = await open("import { x } from 'y'; export const f = () => x");
  expect(result).toMatchObject({ kind: "did-not-compile", reason: "import" });
});

test("an error while the file itself runs keeps its place and what was printed", async () => {
  const result = await open("console.log('before');\nnull.x;\nexport const f = () => 1");
  expect(result).toStrictEqual({
    kind: "threw",
    code: "error",
    name: "TypeError",
    message: "cannot read property 'x' of null",
    at: { line: 2, column: 5 },
    printed: "before\n",
    printedCut: 0,
  });
});

test("a SyntaxError that the program throws is an error of the program", async () => {
  const result = await open("new Function('('); export const f = () => 1");
  expect(result).toMatchObject({ kind: "threw", name: "SyntaxError", at: { line: 1 } });
});

test("top-level await works, and an await that cannot end is told", async () => {
  expect(await returned("const x = await Promise.resolve(5); export const f = () => x")).toBe(5);
  expect(await open("await new Promise(() => {}); export const f = () => 1")).toStrictEqual({
    kind: "threw",
    code: "error",
    name: "Error",
    message: "top-level await: the promise never settles",
    at: null,
    ...silent,
  });
  expect(await open("await 0; throw new RangeError('no'); export const f = 1")).toMatchObject({
    kind: "threw",
    name: "RangeError",
  });
});

test.each(["for (;;);", "for (;;) await 1;", "const g = () => Promise.resolve().then(g); await g();"])(
  "loading has a budget: %s",
  async (code) => {
    expect(await open(code)).toStrictEqual({
      kind: "out-of-budget",
      limit: "case",
      steps: 2_000_000,
      ...silent,
    });
  },
);

test("loading has the memory and the stack of a call", async () => {
  expect(await open("const a = []; for (;;) a.push(new Uint8Array(1e6))")).toStrictEqual({
    kind: "out-of-memory",
    ...silent,
  });
  expect(await open("const g = () => g() + 1; g()")).toMatchObject({ code: "stack-overflow" });
});

test("every kind of export is found", async () => {
  expect(await returned("function g() { return 1 } export { g as f }")).toBe(1);
  expect(await returned("export async function f() {} ")).toMatchObject({ what: "promise" });
  expect(await returned("export let f = () => 1; f = () => 2;")).toBe(2);
});

test.each(
  (
    "setTimeout fetch require process Date performance Atomics SharedArrayBuffer WeakRef FinalizationRegistry " +
    "queueMicrotask WebAssembly window self"
  ).split(" "),
)("%s does not exist", async (name) => {
  const candidate = await opened(`export const f = () => ${name}.x`);
  expect(candidate.call([]).outcome).toStrictEqual({
    kind: "threw",
    code: "error",
    name: "ReferenceError",
    message: `'${name}' is not defined`,
    at: { line: 1, column: 24 },
  });
});
