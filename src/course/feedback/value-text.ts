import { Foreign } from "../exercise/candidate.ts";
import { decodeValue, type EncodedValue } from "../exercise/value.ts";
import type { ShapeFacts } from "./facts.ts";
import type { ValueStrings } from "./strings.ts";

const maximumItems = 40;
const maximumCharacters = 300;
const maximumBytes = 256;
const maximumDepth = 8;
const lineWidth = 64;

/** A value as people write it; several lines for an object that does not fit on one. */
export function valueText(encoded: EncodedValue, shape: ShapeFacts, strings: ValueStrings): string {
  const uint = uintText(encoded, shape);
  if (uint !== null) return uint.decimal === null ? uint.text : `${uint.text} (${uint.decimal})`;
  return write(decodeValue(encoded), strings, "");
}

/** The value for the middle of a sentence: one short line; null when it has no short form. */
export function shortText(encoded: EncodedValue, shape: ShapeFacts, strings: ValueStrings): string | null {
  const text = uintText(encoded, shape)?.text ?? write(decodeValue(encoded), strings, "");
  return text.length <= 48 && !text.includes("\n") ? text : null;
}

/** `0x11e7` and `4583` for base 16, `64` alone for base 10; null when it is no number of that shape. */
function uintText(encoded: EncodedValue, shape: ShapeFacts): { text: string; decimal: string | null } | null {
  if (shape.kind !== "uint" || typeof encoded !== "number") return null;
  if (!Number.isInteger(encoded) || encoded < 0 || encoded >= 2 ** shape.bits) return null;
  if (shape.base === 10) return { text: String(encoded), decimal: null };
  return { text: `0x${encoded.toString(16).padStart(shape.bits / 4, "0")}`, decimal: String(encoded) };
}

/** Bytes in pairs, 16 a line unless told: `4500 0014 …`. */
export function hexText(bytes: Uint8Array, strings: ValueStrings, perLine = 16): string {
  if (bytes.length === 0) return strings.noBytes;
  const lines: string[] = [];
  for (let at = 0; at < Math.min(bytes.length, maximumBytes); at += perLine) {
    lines.push(hexGroups(bytes.subarray(at, Math.min(at + perLine, maximumBytes))));
  }
  if (bytes.length > maximumBytes) lines.push(strings.moreBytes(bytes.length));
  return lines.join("\n");
}

/** One line of bytes in pairs: `4500 0014 a0`. */
export const hexGroups = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte, i) => byte.toString(16).padStart(2, "0") + (i % 2 === 1 ? " " : ""))
    .join("")
    .trimEnd();

function write(value: unknown, strings: ValueStrings, indent: string): string {
  switch (typeof value) {
    case "string":
      return quoted(value, strings);
    case "bigint":
      return `${value}n`;
    case "number":
      return Object.is(value, -0) ? "-0" : String(value);
    case "object":
      return value === null ? "null" : writeObject(value, strings, indent);
    case "boolean":
    case "undefined":
    case "function":
    case "symbol":
      return String(value);
  }
}

function quoted(text: string, strings: ValueStrings): string {
  if (text.length <= maximumCharacters) return JSON.stringify(text);
  return `${JSON.stringify(text.slice(0, maximumCharacters))} ${strings.moreCharacters(text.length)}`;
}

function writeObject(value: object, strings: ValueStrings, indent: string): string {
  if (value instanceof Uint8Array) {
    // Inside an object a line starts further right, and a panel is narrow.
    return indent === ""
      ? hexText(value, strings)
      : hexText(value, strings, 8).replaceAll("\n", `\n${indent}  `);
  }
  if (value instanceof Foreign) return strings.foreign[value.what];
  if (value instanceof Error) return strings.thrown(value.name);
  if (indent.length / 2 >= maximumDepth) return "…";
  const inner = `${indent}  `;
  const text = (item: unknown): string => write(item, strings, inner);
  if (Array.isArray(value)) return wrap("[", "]", value.map(text), value.length);
  if (value instanceof Set) return wrap("Set {", "}", [...value].map(text), value.size);
  if (value instanceof Map) {
    return wrap(
      "Map {",
      "}",
      [...value].map(([key, item]) => `${text(key)} → ${text(item)}`),
      value.size,
    );
  }
  const entries = Object.entries(value);
  return wrap(
    "{",
    "}",
    entries.map(([key, item]) => `${keyText(key)}: ${text(item)}`),
    entries.length,
  );

  function wrap(open: string, close: string, items: readonly string[], total: number): string {
    const shown = total > maximumItems ? [...items.slice(0, maximumItems), strings.moreItems(total)] : items;
    const gap = open === "[" || shown.length === 0 ? "" : " ";
    const line = `${open}${gap}${shown.join(", ")}${gap}${close}`;
    if (line.length <= lineWidth && !line.includes("\n")) return line;
    return `${open}\n${shown.map((item) => inner + item).join(",\n")}\n${indent}${close}`;
  }
}

const keyText = (key: string): string =>
  /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(key) ? key : JSON.stringify(key);
