import type { Layout } from "../../net/bytes/layout.ts";
import type { Shape } from "../exercise/exercise.ts";
import { encodeValue } from "../exercise/value.ts";
import type { Difference } from "../exercise/verdict.ts";
import { equalValues, members } from "./equal.ts";

/** Where two values first part, from `path` down; null when their contents are equal. `shape` names fields. */
export function firstDifference(
  expected: unknown,
  actual: unknown,
  shape: Shape,
  path = "",
): Difference | null {
  return descend(expected, actual, { path, inside: "" });

  function descend(a: unknown, b: unknown, at: { path: string; inside: string }): Difference | null {
    if (equalValues(a, b)) return null;
    if (a instanceof Uint8Array && b instanceof Uint8Array)
      return inBytes(a, b, at.path, layoutAt(shape, at.inside), fieldAt(shape, at.inside));
    if (Array.isArray(a) && Array.isArray(b)) return inLists(a, b, at);
    if (isPlain(a) && isPlain(b)) return inMembers(members(a), members(b), at);
    return atLeaf(a, b, at.path, fieldAt(shape, at.inside), shape.kind === "uint" ? shape.bits : null);
  }

  function inLists(a: readonly unknown[], b: readonly unknown[], at: { path: string; inside: string }) {
    const i = Array.from({ length: Math.max(a.length, b.length) }).findIndex(
      (_, k) => !equalValues(a[k], b[k]),
    );
    return descend(a[i], b[i], { path: `${at.path}[${i}]`, inside: `${at.inside}[]` });
  }

  function inMembers(a: Map<string, unknown>, b: Map<string, unknown>, at: { path: string; inside: string }) {
    const key = [...a.keys(), ...b.keys()].find((k) => !equalValues(a.get(k), b.get(k))) ?? "";
    return descend(a.get(key), b.get(key), { path: `${at.path}.${key}`, inside: `${at.inside}.${key}` });
  }
}

function atLeaf(
  a: unknown,
  b: unknown,
  path: string,
  field: string | undefined,
  width: number | null,
): Difference {
  const bits =
    width !== null && isUint(a, width) && isUint(b, width) ? differingBits((a ^ b) >>> 0, width) : null;
  return {
    path,
    expected: encodeValue(a),
    actual: encodeValue(b),
    ...(bits === null ? {} : { bits }),
    ...(field === undefined ? {} : { field }),
  };
}

/** The first differing byte; the bits are those that differ in its field, or in the byte where no field is known. */
function inBytes(
  a: Uint8Array,
  b: Uint8Array,
  path: string,
  layout: Layout | undefined,
  member: string | undefined,
): Difference {
  const shared = Math.min(a.length, b.length);
  const found = a.findIndex((byte, i) => i >= shared || byte !== b[i]);
  const offset = found === -1 ? shared : found;
  const from = offset * 8 + (offset < shared ? Math.clz32(((a[offset] ?? 0) ^ (b[offset] ?? 0)) << 24) : 0);
  const fields = layout?.fields(a.length >= b.length ? a : b) ?? [];
  const field = fields.find(({ bit, bits }) => bit <= from && from < bit + bits);
  const end = Math.min(field === undefined ? offset * 8 + 8 : field.bit + field.bits, shared * 8);
  return {
    path: `${path}[${offset}]`,
    expected: encodeValue(a[offset]),
    actual: encodeValue(b[offset]),
    offset,
    ...(offset < shared ? { bits: { from, to: lastDifferingBit(a, b, from, end) } } : {}),
    ...(field === undefined && member === undefined ? {} : { field: field?.name ?? member }),
  };
}

const bitAt = (bytes: Uint8Array, bit: number): number => ((bytes[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1;

function lastDifferingBit(a: Uint8Array, b: Uint8Array, from: number, end: number): number {
  let last = from;
  for (let bit = from; bit < end; bit++) if (bitAt(a, bit) !== bitAt(b, bit)) last = bit;
  return last;
}

function differingBits(changed: number, width: number): { from: number; to: number } {
  const lowestSet = 31 - Math.clz32(changed & -changed);
  return { from: width - (32 - Math.clz32(changed)), to: width - 1 - lowestSet };
}

const isUint = (value: unknown, width: number): value is number =>
  typeof value === "number" && Number.isInteger(value) && value >= 0 && value < 2 ** width;

const isPlain = (value: unknown): value is object =>
  typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;

function layoutAt(shape: Shape, inside: string): Layout | undefined {
  if (shape.kind === "bytes") return inside === "" ? shape.layout : undefined;
  return shape.kind === "value" ? shape.layouts?.[inside] : undefined;
}

function fieldAt(shape: Shape, inside: string): string | undefined {
  if (shape.kind === "uint") return inside === "" ? shape.field : undefined;
  return shape.kind === "value" ? shape.fields?.[inside] : undefined;
}
