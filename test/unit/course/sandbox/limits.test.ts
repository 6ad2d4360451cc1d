import { expect, test } from "vitest";
import { opened, outcome, report, returned, rightProgram } from "./support.ts";

const nextIsRight = async (): Promise<void> => {
  expect(await returned(rightProgram, [1])).toStrictEqual([1]);
};

test.each([
  "for (;;);",
  "for (;;) { try { for (;;); } catch {} finally { continue } }",
  "(async () => { for (;;); })(); return 1",
  "(async () => { try { for (;;); } catch {} })(); return 1",
  "for (const x of (function* () { for (;;) yield 1 })());",
  "/^(a+)+$/.test('a'.repeat(40) + 'b')",
  "for (;;) /a/.test('b')",
  "Promise.resolve().then(() => { for (;;); }); return 1",
  "const o = { toString() { for (;;); } }; return `${o}`",
  "[3, 1, 2].sort(() => { for (;;); })",
  "new Proxy({}, { get() { for (;;); } }).x",
])("endless: %s", async (body) => {
  const candidate = await opened(`export const f = (ok) => { if (ok) return 1; ${body} }`);
  const spent = { kind: "out-of-budget", limit: "case", steps: 2_000_000 };
  expect(candidate.call([false]).outcome).toStrictEqual(spent);
  expect(candidate.call([true]).outcome).toStrictEqual({ kind: "returned", value: 1 });
  await nextIsRight();
});

test.each([
  "return f(ok) + 1",
  "const o = { get x() { return this.x } }; return o.x",
  "const o = { toString() { return `${o}` } }; return `${o}`",
  "const o = { toJSON: () => JSON.stringify(o) }; return JSON.stringify(o)",
])("recursion too deep: %s", async (body) => {
  const candidate = await opened(`export const f = (ok) => { if (ok) return 1; ${body} }`);
  const result = candidate.call([false]).outcome;
  expect(result).toMatchObject({ kind: "threw", code: "stack-overflow", at: { line: 1 } });
  expect(candidate.call([true]).outcome).toMatchObject({ value: 1 });
  await nextIsRight();
});

test.each([
  "let o = []; for (let i = 0; i < 1e5; i++) o = [o]; return JSON.stringify(o)",
  "let o = []; for (let i = 0; i < 1e5; i++) o = [o]; return o.flat(Infinity)",
  "let p = {}; for (let i = 0; i < 1e5; i++) p = new Proxy(p, {}); return p.x",
  "let p = {}; for (let i = 0; i < 1e5; i++) p = new Proxy(p, {}); return p",
  "let g = () => 1; for (let i = 0; i < 1000; i++) g = g.bind(null); return g()",
  "return JSON.parse('['.repeat(1e5) + ']'.repeat(1e5))",
  "return eval('['.repeat(1e5) + ']'.repeat(1e5))",
])("recursion of the engine itself, whoever stops it, ends the sandbox: %s", async (body) => {
  const candidate = await opened(`export const f = (ok) => { if (ok) return 1; ${body} }`);
  const lost = {
    kind: "threw",
    code: "stack-overflow",
    name: "InternalError",
    message: "stack overflow",
    at: null,
  };
  expect(candidate.call([false]).outcome).toStrictEqual(lost);
  expect(candidate.call([true]).outcome).toStrictEqual(lost);
  await nextIsRight();
});

test.each([
  "const a = []; for (;;) a.push(a.slice())",
  "const a = []; for (;;) a.push(new Uint8Array(1e6))",
  "let s = 'x'; for (;;) s += s",
  "return 'x'.repeat(1e9)",
  "return new Uint8Array(1e9)",
  "return new Array(2 ** 32 - 1).fill(0)",
  "const m = new Map(); for (let i = 0; ; i++) m.set(i, new Array(100).fill(i))",
])("too much memory: %s", async (body) => {
  const candidate = await opened(`export const f = () => { ${body} }`);
  expect(candidate.call([]).outcome).toStrictEqual({ kind: "out-of-memory" });
  expect(candidate.call([]).outcome).toStrictEqual({ kind: "out-of-memory" });
  candidate.dispose();
  await nextIsRight();
});

test("a program that fills the memory and hides it harms only itself", async () => {
  const fill = [1e6, 1e4, 100].map((n) => `try { for (;;) a.push(new Uint8Array(${n})) } catch {}`).join(" ");
  const result = await outcome(`const a = []; export const f = () => { ${fill} return 1 }`);
  expect(["out-of-memory", "returned"]).toContain(result.kind);
  await nextIsRight();
});

test("a huge power of a BigInt is refused by the engine", async () => {
  expect(await outcome("export const f = () => 3n ** 10000000n")).toMatchObject({ name: "RangeError" });
  await nextIsRight();
});

test("a promise that never settles is a promise, and nobody waits for it", async () => {
  expect(await returned("export const f = () => new Promise(() => {})")).toMatchObject({ what: "promise" });
});

test("promise jobs run before the next call, in order", async () => {
  const candidate = await opened(
    "let n = 0; export const f = () => { Promise.resolve().then(() => n++); return n }",
  );
  expect(candidate.call([]).outcome).toMatchObject({ value: 0 });
  expect(candidate.call([]).outcome).toMatchObject({ value: 1 });
});

test("promise jobs that never run out spend the budget", async () => {
  const result = await outcome("export const f = () => { const g = () => Promise.resolve().then(g); g() }");
  expect(result).toMatchObject({ kind: "out-of-budget", limit: "case" });
  await nextIsRight();
});

test("the budget of a submission is that of all its calls together", async () => {
  const budget = { stepsPerCase: 100_000, stepsInAll: 250_000 };
  const candidate = await opened("export const f = (n) => { while (n--); return 1 }", budget);
  const ninety = 90_000;
  expect(candidate.call([ninety]).outcome).toMatchObject({ value: 1 });
  expect(candidate.call([ninety]).outcome).toMatchObject({ value: 1 });
  const spent = { kind: "out-of-budget", limit: "submission", steps: 250_000 };
  expect(candidate.call([ninety]).outcome).toStrictEqual(spent);
  expect(candidate.call([0]).outcome).toStrictEqual(spent);
});

test("steps are counted in rounds of ten thousand, alike every time", async () => {
  const code = "export const f = (n) => { while (n--); return Math.random() }";
  const steps = (await report(code, 1_000_000)).steps;
  expect(steps).toBeGreaterThan(900_000);
  expect(steps % 10_000).toBe(0);
  expect(await report(code, 1_000_000)).toStrictEqual(await report(code, 1_000_000));
  expect((await report(code, 1)).steps).toBe(0);
});

test("chance comes from the seed alone", async () => {
  const draw = async (seed: number): Promise<unknown> =>
    (await opened("export const f = () => [Math.random(), Math.random()]", undefined, seed)).call([]).outcome;
  expect(await draw(1)).toStrictEqual(await draw(1));
  expect(await draw(1)).not.toStrictEqual(await draw(2));
  expect(await draw(0xffff_ffff)).toMatchObject({ kind: "returned" });
  const many = await returned("export const f = () => Array.from({ length: 1000 }, Math.random)");
  expect(many).toSatisfy((all: number[]) => all.every((x) => x >= 0 && x < 1) && new Set(all).size === 1000);
});

test("dispose can be called twice, and at any time", async () => {
  const candidate = await opened("export const f = () => f() + 1");
  candidate.call([]);
  candidate.dispose();
  candidate.dispose();
  expect(candidate.call([]).outcome).toMatchObject({ kind: "threw" });
});
