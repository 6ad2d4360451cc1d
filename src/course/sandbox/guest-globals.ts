/**
 * Guest code, part one: runs before the learner's. It keeps the built-in functions that the rest needs, because the
 * learner may replace the public ones, and it takes away what has no place in a deterministic sandbox: clocks,
 * entropy, shared memory, weak references, whatever the engine adds to the language.
 */
const allowed = [
  "globalThis Infinity NaN undefined Object Function Array String Boolean Number BigInt Symbol Math JSON Reflect",
  "Proxy RegExp Promise Map Set WeakMap WeakSet Iterator ArrayBuffer DataView Int8Array Uint8Array",
  "Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array BigInt64Array BigUint64Array Float32Array",
  "Float64Array Error EvalError RangeError ReferenceError SyntaxError TypeError URIError AggregateError",
  "InternalError parseInt parseFloat isNaN isFinite encodeURI encodeURIComponent decodeURI decodeURIComponent",
  "escape unescape eval",
].join(" ");

export const guestGlobals = `
const method = Function.prototype.bind.bind(Function.prototype.call);
const getter = (object, name) => method(Object.getOwnPropertyDescriptor(object, name).get);
const { apply, getPrototypeOf, setPrototypeOf } = Reflect;
const { keys, hasOwn, prototype: ObjectPrototype } = Object;
const { isArray, prototype: ArrayPrototype } = Array;
const { imul } = Math;
const { Map, Set, Uint8Array, String } = globalThis;
const TypedArrayPrototype = getPrototypeOf(Uint8Array.prototype);
const typedArrayName = getter(TypedArrayPrototype, Symbol.toStringTag);
const typedArrayLength = getter(TypedArrayPrototype, "length");
const typedArraySet = method(TypedArrayPrototype.set);
const mapGet = method(Map.prototype.get);
const mapSet = method(Map.prototype.set);
const mapSize = getter(Map.prototype, "size");
const mapForEach = method(Map.prototype.forEach);
const setAdd = method(Set.prototype.add);
const setSize = getter(Set.prototype, "size");
const setForEach = method(Set.prototype.forEach);
const slice = method(String.prototype.slice);
const stringify = JSON.stringify;
const hugeBigInt = 1n << 65536n;

// An array that no setter on Array.prototype can listen to.
const bare = (array) => {
  setPrototypeOf(array, null);
  return array;
};

const kinds = new Map([
  [Map.prototype, "map"],
  [Set.prototype, "set"],
  [Function.prototype, "function"],
  [Promise.prototype, "promise"],
  [Error.prototype, "error"],
  [getPrototypeOf(function* () {}).prototype, "generator"],
  [getPrototypeOf(async function* () {}).prototype, "generator"],
  [Iterator.prototype, "other"],
  [TypedArrayPrototype, "other"],
]);
for (const name of ["ArrayBuffer", "DataView", "RegExp", "WeakMap", "WeakSet", "Number", "String", "Boolean", "BigInt", "Symbol"])
  mapSet(kinds, globalThis[name].prototype, "other");

const allowed = new Set(${JSON.stringify(allowed.split(" "))});
for (const name of Reflect.ownKeys(globalThis))
  if (typeof name === "string" && !allowed.has(name)) delete globalThis[name];

// mulberry32: small, and the same on every machine.
let state = 0;
Math.random = function random() {
  state = (state + 0x6d2b79f5) | 0;
  let t = imul(state ^ (state >>> 15), 1 | state);
  t = (t + imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};
`;
