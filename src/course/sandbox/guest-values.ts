/**
 * Guest code, part two: values between the learner's world and the host. A value becomes a tree of arrays whose
 * first element is a tag; primitives and bytes stand for themselves, so nothing that a learner returns can pass for
 * something else. `wire.ts` reads and writes the same trees. Every container that goes out is built here.
 */
export const tags = { array: 0, object: 1, map: 2, set: 3, foreign: 4, hole: 5, callable: 6 } as const;

/** What fits through the border: containers and elements, characters and bytes together, nesting. */
export const maxNodes = 20_000;
export const maxText = 1_000_000;
export const maxDepth = 40;

export const guestValues = `
const tooLarge = { __proto__: null };
const path = bare([]);
let nodes = 0;
let text = 0;

const foreign = (what) => [${tags.foreign}, what];

const count = (more) => {
  if ((nodes += more) > ${maxNodes}) throw tooLarge;
};

const measure = (length) => {
  if ((text += length) > ${maxText}) throw tooLarge;
};

// What an object of a built-in class is, by its prototypes; undefined for plain objects and the learner's classes.
const kindOf = (value) => {
  for (let p = getPrototypeOf(value); p !== null && p !== ObjectPrototype; p = getPrototypeOf(p)) {
    const kind = mapGet(kinds, p);
    if (kind !== undefined) return kind;
  }
};

const hasSlot = (getter, value) => {
  try {
    getter(value);
    return true;
  } catch {
    return false;
  }
};

const packArray = (value, depth) => {
  const length = value.length;
  count(length);
  const out = bare([${tags.array}]);
  for (let i = 0; i < length; i++) {
    const item = value[i];
    out[i + 1] = item === undefined && !hasOwn(value, i) ? [${tags.hole}] : pack(item, depth);
  }
  return out;
};

const packFields = (value, depth) => {
  const names = keys(value);
  count(names.length);
  const out = bare([${tags.object}]);
  for (let i = 0, n = 1; i < names.length; i++) {
    measure(names[i].length);
    out[n++] = names[i];
    out[n++] = pack(value[names[i]], depth);
  }
  return out;
};

const packEntries = (value, depth, tag) => {
  const out = bare([tag]);
  let n = 1;
  (tag === ${tags.map} ? mapForEach : setForEach)(value, (item, key) => {
    count(2);
    if (tag === ${tags.map}) out[n++] = pack(key, depth);
    out[n++] = pack(item, depth);
  });
  return out;
};

const packBytes = (value) => {
  const length = typedArrayLength(value);
  measure(length);
  const copy = new Uint8Array(length);
  if (length > 0) typedArraySet(copy, value);
  return copy;
};

const packObject = (value, depth) => {
  if (typedArrayName(value) === "Uint8Array") return packBytes(value);
  for (let i = 0; i < depth; i++) if (path[i] === value) return foreign("cycle");
  if (depth >= ${maxDepth}) throw tooLarge;
  path[depth] = value;
  if (isArray(value)) return packArray(value, depth + 1);
  const kind = kindOf(value);
  if (kind === undefined) return packFields(value, depth + 1);
  if (kind === "map" && hasSlot(mapSize, value)) return packEntries(value, depth + 1, ${tags.map});
  if (kind === "set" && hasSlot(setSize, value)) return packEntries(value, depth + 1, ${tags.set});
  return foreign(kind === "map" || kind === "set" ? "other" : kind);
};

const pack = (value, depth) => {
  switch (typeof value) {
    case "string":
      measure(value.length);
      return value;
    case "bigint":
      if (value > hugeBigInt || value < -hugeBigInt) throw tooLarge;
      return value;
    case "function":
    case "symbol":
      return foreign(typeof value);
    case "object":
      return value === null ? null : packObject(value, depth);
    default:
      return value;
  }
};

const packRoot = (value) => {
  nodes = 0;
  text = 0;
  return pack(value, 0);
};

// Fields are set while the object has no prototype: nobody's setter hears of it, and "__proto__" is a key like others.
const unpack = (tree) => {
  if (!isArray(tree)) return tree;
  const length = tree.length;
  switch (tree[0]) {
    case ${tags.array}: {
      const out = bare([]);
      for (let i = 1; i < length; i++) {
        if (isArray(tree[i]) && tree[i][0] === ${tags.hole}) out.length = i;
        else out[i - 1] = unpack(tree[i]);
      }
      setPrototypeOf(out, ArrayPrototype);
      return out;
    }
    case ${tags.object}: {
      const out = { __proto__: null };
      for (let i = 1; i < length; i += 2) out[tree[i]] = unpack(tree[i + 1]);
      setPrototypeOf(out, ObjectPrototype);
      return out;
    }
    case ${tags.map}: {
      const out = new Map();
      for (let i = 1; i < length; i += 2) mapSet(out, unpack(tree[i]), unpack(tree[i + 1]));
      return out;
    }
    case ${tags.set}: {
      const out = new Set();
      for (let i = 1; i < length; i++) setAdd(out, unpack(tree[i]));
      return out;
    }
    case ${tags.callable}:
      return callable(tree[1]);
  }
};
`;
