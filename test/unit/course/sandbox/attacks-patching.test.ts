import { expect, test } from "vitest";
import { everyKind, opened, returned, rightProgram } from "./support.ts";

/**
 * Programs that change the built-in objects under the harness. Whatever they do, the host must see exactly what the
 * function returns: here, its argument. And the next program must not notice.
 */
const patches: Record<string, string> = {
  "methods of Array.prototype": `
    for (const k of Reflect.ownKeys(Array.prototype)) if (k !== "length")
      try { Array.prototype[k] = () => { throw 1 } } catch {}`,
  "accessors on Array.prototype": `
    for (let i = 0; i < 50; i++)
      Object.defineProperty(Array.prototype, i, { get: () => 666, set() {}, configurable: true });`,
  "accessors on Object.prototype": `
    for (const k of ["value", "get", "set", "writable", "length", "numbers", "toJSON", "then", "0", "1", "constructor"])
      Object.defineProperty(Object.prototype, k, { __proto__: null, get: () => 666, set() {}, configurable: true });`,
  JSON: `JSON.stringify = () => "[0]"; JSON.parse = () => 666;`,
  iteration: `
    Object.getPrototypeOf([][Symbol.iterator]()).next = () => ({ done: true });
    for (const C of [Array, Map, Set, String, Object.getPrototypeOf(Uint8Array)])
      C.prototype[Symbol.iterator] = function* () { yield 666 };`,
  "Reflect and Object": `
    const { ownKeys } = Reflect;
    for (const o of [Object, Reflect, Array, Math, Number, String, Symbol, BigInt])
      for (const k of ownKeys(o)) try { o[k] = () => { throw 1 } } catch {}`,
  "Function.prototype": `
    Function.prototype.call = Function.prototype.apply = Function.prototype.bind = () => 666;
    for (const C of [Map, Set, Uint8Array]) Object.defineProperty(C, Symbol.hasInstance, { value: () => true });`,
  "String.prototype": `
    for (const k of Reflect.ownKeys(String.prototype)) try { String.prototype[k] = () => "666" } catch {}`,
  "typed arrays": `
    const T = Object.getPrototypeOf(Uint8Array.prototype);
    for (const o of [T, Uint8Array.prototype, ArrayBuffer.prototype])
      for (const k of Reflect.ownKeys(o))
        try { Object.defineProperty(o, k, { get: () => 0, configurable: true }) } catch {}
    Object.defineProperty(Object.getPrototypeOf(Uint8Array), Symbol.species, { get: () => Array });`,
  "Map, Set and the rest": `
    for (const C of [Map, Set, WeakMap, Promise, RegExp, Error, Number, BigInt, Symbol])
      for (const k of Reflect.ownKeys(C.prototype))
        try { Object.defineProperty(C.prototype, k, { value() { throw 1 }, configurable: true }) } catch {}`,
  "Error.prepareStackTrace": `Error.prepareStackTrace = () => { for (;;); }; Error.stackTraceLimit = -1;`,
  "the prototype of prototypes": `
    Object.setPrototypeOf(Array.prototype, new Proxy(Object.prototype, {
      set: () => true, defineProperty: () => true, getOwnPropertyDescriptor: () => undefined,
    }));`,
  "every global deleted": `for (const k of Object.getOwnPropertyNames(globalThis)) try { delete globalThis[k] } catch {}`,
  "every global replaced": `
    for (const k of Object.getOwnPropertyNames(globalThis)) try { globalThis[k] = () => 666 } catch {}`,
  "frozen built-ins": `
    for (const C of [Object, Array, Map, Set, Function, Uint8Array]) { Object.freeze(C.prototype); Object.freeze(C) }`,
};

test.each(Object.entries(patches))("%s", async (_, patch) => {
  const value = everyKind();
  expect(await returned(`${patch}\nexport const f = (value) => value;`, value)).toStrictEqual(value);
  expect(await returned(`export const f = (value) => { ${patch}\n return value };`, value)).toStrictEqual(
    value,
  );
  expect(await returned(rightProgram, value)).toStrictEqual(value);
});

test.each(Object.entries(patches))("%s, with a changed argument", async (_, patch) => {
  const candidate = await opened(`${patch}\nexport const f = (b, o) => { b[0] = 9; o.a = 2 };`);
  expect(candidate.call([new Uint8Array([1]), { a: 1 }]).outcome).toStrictEqual({
    kind: "returned",
    value: undefined,
    changedArguments: [new Uint8Array([9]), { a: 2 }],
  });
});

test("the harness's own functions stay out of reach", async () => {
  const names = ["entry", "pack", "printed", "state", "attempt", "guest"];
  const look = `(() => [${names.map((name) => `typeof ${name}`).join()}].join())()`;
  const hidden = names.map(() => "undefined").join();
  expect(await returned(`export const f = () => ${look}`)).toBe(hidden);
  expect(await returned(`export const f = () => console.log.constructor("return ${look}")()`)).toBe(hidden);
  expect(await returned(`export const f = () => (0, eval)("${look}")`)).toBe(hidden);
  const caller = "new Function('return String(arguments.callee.caller)')()";
  expect(
    await returned(`export const f = () => { try { return ${caller} } catch { return "no" } }`),
  ).not.toContain("apply");
});
