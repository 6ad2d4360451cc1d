import { z } from "zod";
import { fromHex, toHex } from "../../net/bytes/hex.ts";
import { Foreign, foreignKinds } from "./candidate.ts";

/**
 * Any value of a case, as plain JSON: what stands in verdicts, links, stored cases and messages between threads.
 * Booleans, strings, null, arrays, plain objects and ordinary numbers are themselves; the rest is an object with
 * the one key shown here. (An object that has such a key itself is wrapped in `$object`.)
 */
export type EncodedValue =
  null | boolean | number | string | readonly EncodedValue[] | { readonly [key: string]: EncodedValue };

/** `$bytes`: lower-case hex. `$number`: NaN, Infinity, -Infinity, -0. `$map`: pairs. `$thrown`: name and message. */
const tags = ["$bytes", "$bigint", "$number", "$undefined", "$map", "$set", "$foreign", "$thrown", "$object"];

export const encodedValue: z.ZodType<EncodedValue> = z.lazy(() =>
  z.union([
    z.null(),
    z.boolean(),
    z.number(),
    z.string(),
    z.array(encodedValue),
    z.record(z.string(), encodedValue),
  ]),
);

/** Encodes host data. Unknown objects keep their own enumerable string keys, in their order. */
export function encodeValue(value: unknown): EncodedValue {
  switch (typeof value) {
    case "number":
      return Number.isFinite(value) && !Object.is(value, -0)
        ? value
        : { $number: Object.is(value, -0) ? "-0" : String(value) };
    case "string":
    case "boolean":
      return value;
    case "bigint":
      return { $bigint: String(value) };
    case "undefined":
      return { $undefined: true };
    case "object":
      return value === null ? null : encodeObject(value);
    case "function":
    case "symbol":
      return { $foreign: typeof value === "symbol" ? "symbol" : "function" };
  }
}

function encodeObject(value: object): EncodedValue {
  if (value instanceof Uint8Array) return { $bytes: toHex(value) };
  if (Array.isArray(value)) return value.map(encodeValue);
  if (value instanceof Map) return { $map: [...value].map(([k, v]) => [encodeValue(k), encodeValue(v)]) };
  if (value instanceof Set) return { $set: [...value].map(encodeValue) };
  if (value instanceof Foreign) return { $foreign: value.what };
  if (value instanceof Error) return { $thrown: value.name, message: value.message };
  const plain = Object.fromEntries(Object.entries(value).map(([k, v]) => [k, encodeValue(v)]));
  return Object.keys(plain).some((key) => tags.includes(key)) ? { $object: plain } : plain;
}

/**
 * The inverse of `encodeValue`. A malformed tag (a hand-made link) gives an empty or zero value of that type: who
 * takes cases from outside asks the exercise's `accepts` before running them.
 */
export function decodeValue(encoded: EncodedValue): unknown {
  if (encoded === null || typeof encoded !== "object") return encoded;
  if (isArray(encoded)) return encoded.map(decodeValue);
  const { $bytes, $bigint, $number, $undefined, $map, $set, $foreign, $thrown, $object, message } = encoded;
  if (typeof $bytes === "string") return fromHex($bytes) ?? new Uint8Array();
  if (typeof $bigint === "string") return /^-?\d+$/.test($bigint) ? BigInt($bigint) : 0n;
  if (typeof $number === "string") return Number($number);
  if ($undefined !== undefined) return undefined;
  if (isArray($map))
    return new Map(
      $map.map((pair) =>
        isArray(pair) ? [decodeValue(pair[0] ?? null), decodeValue(pair[1] ?? null)] : [undefined, undefined],
      ),
    );
  if (isArray($set)) return new Set($set.map(decodeValue));
  if ($foreign !== undefined) return new Foreign(foreignKinds.find((kind) => kind === $foreign) ?? "other");
  if (typeof $thrown === "string")
    return Object.assign(new Error(typeof message === "string" ? message : ""), { name: $thrown });
  return decodeEntries(isRecord($object) ? $object : encoded);
}

const decodeEntries = (object: { readonly [key: string]: EncodedValue }): Record<string, unknown> =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, decodeValue(value)]));

const isArray = (value: EncodedValue | undefined): value is readonly EncodedValue[] => Array.isArray(value);

const isRecord = (value: EncodedValue | undefined): value is { readonly [key: string]: EncodedValue } =>
  typeof value === "object" && value !== null && !Array.isArray(value);
