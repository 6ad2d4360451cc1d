import fc from "fast-check";
import { expect, test } from "vitest";
import { Foreign } from "#course/exercise/candidate.ts";
import { opened, outcome, returned } from "./support.ts";

const bytes = fc.uint8Array({ maxLength: 60 });

/** Whatever may be an argument or an answer. */
const data = fc.letrec<{ any: unknown; key: unknown }>((tie) => ({
  key: fc.oneof(fc.string({ unit: "binary" }), fc.integer(), fc.bigInt(), fc.boolean()),
  any: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.double(),
    fc.integer(),
    fc.bigInt(),
    fc.string({ unit: "binary" }),
    fc.string({ unit: fc.nat({ max: 0xffff }).map((unit) => String.fromCharCode(unit)) }),
    fc.constantFrom(null, undefined, true, false, -0, "__proto__", 2 ** 31, -(2 ** 31), 2 ** 53),
    bytes,
    fc.array(tie("any"), { maxLength: 5 }),
    fc.sparseArray(tie("any"), { maxNumElements: 3, maxLength: 6 }),
    fc.dictionary(fc.oneof(fc.string(), fc.constantFrom("__proto__", "length", "0")), tie("any"), {
      noNullPrototype: true,
    }),
    fc.array(fc.tuple(tie("key"), tie("any")), { maxLength: 4 }).map((pairs) => new Map(pairs)),
    fc.array(tie("key"), { maxLength: 4 }).map((items) => new Set(items)),
  ),
})).any;

test("every value crosses the border and back unchanged", async () => {
  const candidate = await opened("export const f = (...args) => args;");
  fc.assert(
    fc.property(fc.array(data, { maxLength: 4 }), (args) => {
      const { outcome } = candidate.call(args);
      expect(outcome).toStrictEqual({ kind: "returned", value: args });
    }),
    { numRuns: 500, seed: 1 },
  );
});

test("a value from inside is the same as one from outside", async () => {
  const value = await returned(`export const f = () => ({
    neg: -0, nan: NaN, big: -(2n ** 70n), none: undefined, hole: [1, , 3],
    map: new Map([[new Set([1]), "é😀"]]), bytes: new Uint8Array([1, 2, 3, 4]).subarray(1, 3), "": null,
  })`);
  expect(value).toStrictEqual({
    neg: -0,
    nan: Number.NaN,
    big: -(2n ** 70n),
    none: undefined,
    hole: [1, , 3],
    map: new Map([[new Set([1]), "é😀"]]),
    bytes: new Uint8Array([2, 3]),
    "": null,
  });
});

test("bytes arrive as a view into a larger buffer full of other bytes", async () => {
  const value = await returned(
    `export const f = (b) => {
      const all = new Uint8Array(b.buffer);
      return [b.byteOffset, all.length - b.length, all.filter((x) => x === 0).length, b instanceof Uint8Array];
    }`,
    new Uint8Array([7, 7, 7]),
  );
  expect(value).toStrictEqual([14, 24, 0, true]);
});

test("long lists of arguments cross as well", async () => {
  const long = new Uint8Array(200_000).map((_, i) => i % 251);
  expect(await returned("export const f = (b) => b", long)).toStrictEqual(long);
});

test.each([
  ["export const f = () => () => 1", "function"],
  ["export const f = () => Symbol.iterator", "symbol"],
  ["export const f = async () => 1", "promise"],
  ["export const f = function* () { yield 1 }", "generator"],
  ["export const f = () => new TypeError('x')", "error"],
  ["export const f = () => [new RegExp('x')][0]", "other"],
  ["export const f = () => new Uint16Array(2)", "other"],
  ["export const f = () => new ArrayBuffer(2)", "other"],
  ["export const f = () => new DataView(new ArrayBuffer(2))", "other"],
  ["export const f = () => new Number(3)", "other"],
  ["export const f = () => [].values()", "other"],
  ["export const f = () => Object.create(Map.prototype)", "other"],
])("%s is no data: %s", async (code, what) => {
  const value = await returned(code);
  expect(value).toBeInstanceOf(Foreign);
  expect(value).toHaveProperty("what", what);
});

test("a cycle is told, the rest of the value stays", async () => {
  const value = await returned("export const f = () => { const a = { n: 1, b: [] }; a.b.push(a); return a }");
  expect(value).toStrictEqual({ n: 1, b: [new Foreign("cycle")] });
});

test("an object that appears twice is no cycle", async () => {
  const value = await returned("export const f = () => { const a = { n: 1 }; return [a, a] }");
  expect(value).toStrictEqual([{ n: 1 }, { n: 1 }]);
});

test("an instance of the learner's class is its fields", async () => {
  const code = "class H { a = 1; #p = 2; get b() { return 3 } } export const f = () => new H()";
  expect(await returned(code)).toStrictEqual({ a: 1 });
});

test("a Uint8Array of a subclass is its bytes", async () => {
  const code =
    "class B extends Uint8Array { get length() { return 9 } } export const f = () => new B([1, 2])";
  expect(await returned(code)).toStrictEqual(new Uint8Array([1, 2]));
});

test.each([
  ["f = (b) => { b[1] = 9 }", [new Uint8Array([1, 2])], [new Uint8Array([1, 9])]],
  ["f = (b) => { b.buffer.transfer() }", [new Uint8Array([1, 2])], [new Uint8Array()]],
  ["f = (o) => { o.list.push(3) }", [{ list: [1] }], [{ list: [1, 3] }]],
  ["f = (o) => { o.b[0] = 9 }", [{ b: new Uint8Array([1]) }], [{ b: new Uint8Array([9]) }]],
  ["f = (o) => { delete o.a; o.a = 1 }", [{ a: 1, b: 2 }], [{ b: 2, a: 1 }]],
  ["f = (a, m) => { m.set(1, 2); a.length = 2 }", [[], new Map()], [Array(2), new Map([[1, 2]])]],
  ["f = (o) => { o.x = () => 1 }", [{ x: 1 }], [{ x: new Foreign("function") }]],
])("%s: the changed argument is told", async (code, args, changed) => {
  expect(await outcome(`export const ${code}`, ...args)).toStrictEqual({
    kind: "returned",
    value: undefined,
    changedArguments: changed,
  });
});

test("what is unchanged is not told, even when bytes around the view were written", async () => {
  const code = "export const f = (b, o) => { new Uint8Array(b.buffer)[0] = 1; o.a = 1; o.u = undefined }";
  const result = await outcome(code, new Uint8Array([5]), { a: 1, u: undefined });
  expect(result).toStrictEqual({ kind: "returned", value: undefined });
});

test("each call gets arguments of its own, and the module keeps its state", async () => {
  const candidate = await opened("let n = 0; export const f = (b) => { b[0] = 9; return ++n }");
  const args = [new Uint8Array([1])];
  expect(candidate.call(args).outcome).toMatchObject({ value: 1 });
  expect(candidate.call(args).outcome).toMatchObject({ value: 2 });
  expect(args).toStrictEqual([new Uint8Array([1])]);
});

test("`this` is undefined and there is no more than the arguments", async () => {
  const value = await returned("export function f() { return [this, arguments.length] }", 1, 2);
  expect(value).toStrictEqual([undefined, 2]);
});
