import { expect, test } from "vitest";
import { Foreign } from "#course/exercise/candidate.ts";
import { outcome, returned, rightProgram } from "./support.ts";

/** What hostile answers become: data that is not what they pretend to be, or an error; never a hang. */
const nextIsRight = async (): Promise<void> => {
  expect(await returned(rightProgram, [1])).toStrictEqual([1]);
};

test.each<[string, unknown]>([
  // What the harness itself writes inside, what the course writes outside.
  [
    "[[1, 'a', 2], [4, 'function'], [0], [5], [2, 1, 2], [3]]",
    [[1, "a", 2], [4, "function"], [0], [5], [2, 1, 2], [3]],
  ],
  ["({ $bytes: '00', $thrown: 'x' })", { $bytes: "00", $thrown: "x" }],
  // Look-alikes of bytes.
  ["Object.create(Uint8Array.prototype, { length: { value: 3 } })", new Foreign("other")],
  ["Object.setPrototypeOf([1, 2, 3], Uint8Array.prototype)", [1, 2, 3]],
  ["({ [Symbol.toStringTag]: 'Uint8Array', length: 1, 0: 1 })", { 0: 1, length: 1 }],
  ["new Proxy(new Uint8Array([1, 2]), {})", new Foreign("other")],
  ["Object.setPrototypeOf(new Uint8Array([1, 2]), null)", new Uint8Array([1, 2])],
  ["new Uint8Array(new ArrayBuffer(4, { maxByteLength: 8 }), 1)", new Uint8Array(3)],
  [
    "(() => { const b = new ArrayBuffer(8, { maxByteLength: 8 }), u = new Uint8Array(b, 4, 4); b.resize(2); return u })()",
    new Uint8Array(),
  ],
  ["(() => { const u = new Uint8Array(3); u.buffer.transfer(); return u })()", new Uint8Array()],
  // toJSON and conversions are never asked.
  ["({ toJSON: 5, a: 1 })", { toJSON: 5, a: 1 }],
  ["({ valueOf: 1, [Symbol.toPrimitive]() { for (;;); } })", { valueOf: 1 }],
  // Getters and proxies run, on the budget of the case, and give what they give.
  ["({ get a() { return 1 } })", { a: 1 }],
  ["new Proxy([1, 2, 3], { get: (t, k) => (k === 'length' ? { valueOf: () => 3 } : 7) })", [7, 7, 7]],
  ["new Proxy([1], { get: (t, k) => (k === 'length' ? 'no number' : 7) })", []],
  [
    "new Proxy({}, { ownKeys: () => ['a'], getOwnPropertyDescriptor: () => ({ value: 1, enumerable: true, configurable: true }) })",
    { a: undefined },
  ],
  [
    "(() => { const a = [1, 2]; Object.defineProperty(a, 0, { get() { a.length = 0; return 9 } }); return a })()",
    [9, ,],
  ],
  ["Object.setPrototypeOf(new Map([[1, 2]]), Object.prototype)", {}],
  ["new (class extends Map { forEach() { throw 1 } get size() { return -1 } })([[1, 2]])", new Map([[1, 2]])],
  ["JSON.parse('{\"__proto__\": 5}')", Object.fromEntries([["__proto__", 5]])],
])("%s", async (expression, value) => {
  expect(await returned(`export const f = () => ${expression};`)).toStrictEqual(value);
  await nextIsRight();
});

test.each([
  [
    "({ get a() { throw new TypeError('inside') } })",
    { code: "error", name: "TypeError", message: "inside" },
  ],
  ["new Proxy({}, { ownKeys() { throw 'inside' } })", { code: "error", name: "", message: "inside" }],
  [
    "(() => { const { proxy, revoke } = Proxy.revocable([], {}); revoke(); return proxy })()",
    { code: "error" },
  ],
  ["({ get x() { return this.x } })", { code: "stack-overflow" }],
  // Too much of anything.
  ["'x'.repeat(1e7)", { code: "too-large" }],
  ["new Uint8Array(1e7)", { code: "too-large" }],
  ["new Array(1e6).fill(0)", { code: "too-large" }],
  ["new Array(4e9)", { code: "too-large" }],
  ["new Proxy([], { get: (t, k) => (k === 'length' ? 2 ** 53 : 7) })", { code: "too-large" }],
  ["1n << 1000000n", { code: "too-large" }],
  ["Array.from({ length: 60 }).reduce((a) => [a, a], [])", { code: "too-large" }],
  ["Array.from({ length: 1e5 }).reduce((a) => [a], [])", { code: "too-large" }],
  ["Array.from({ length: 1e5 }).reduce((a) => new Map([[a, a]]), 1)", { code: "too-large" }],
  [
    "(() => { const m = new Map(); m.set(1, { get x() { m.set(m.size + 5, this); return 1 } }); return m })()",
    { code: "too-large" },
  ],
])("%s is refused", async (expression, expected) => {
  expect(await outcome(`export const f = () => ${expression};`)).toMatchObject({
    kind: "threw",
    ...expected,
  });
  await nextIsRight();
});

test.each([
  "new Proxy({}, { ownKeys() { for (;;); } })",
  "new Proxy({}, { getPrototypeOf(t) { return new Proxy({}, this) } })",
  "({ get a() { for (;;); } })",
])("%s spends the budget", async (expression) => {
  expect(await outcome(`export const f = () => ${expression};`)).toMatchObject({
    kind: "out-of-budget",
    limit: "case",
  });
  await nextIsRight();
});

test("forty levels are the limit, of any container", async () => {
  const nested = (step: string): string =>
    `export const f = (n) => { let v = 1; while (n--) v = ${step}; return v };`;
  for (const step of ["[v]", "({ v })", "new Map([[1, v]])", "new Set([v])"]) {
    expect(await outcome(nested(step), 40)).toMatchObject({ kind: "returned" });
    expect(await outcome(nested(step), 41)).toMatchObject({ code: "too-large" });
  }
});

test("an answer that was right a while ago is asked afresh each time", async () => {
  const code = "let n = 0; export const f = () => ({ get a() { return n++ } })";
  expect(await returned(code)).toStrictEqual({ a: 0 });
});
