import { readU16, readU8 } from "../bytes/big-endian.ts";
import { fail, ok, valueOrNull, type Result } from "../bytes/result.ts";

/**
 * Domain names (RFC 1035 §3.1, §4.1.4). On the wire: labels of a length byte and up to 63 bytes, ended by a length of
 * zero or by a pointer (two bytes, the first two bits 11) to an earlier name. Here: text with a dot behind every label,
 * `www.example.com.`; dots and backslashes inside a label as `\.` and `\\`, bytes that do not print as `\DDD` (§5.1).
 */
export type DecodedName = {
  readonly name: string;
  /** Offset just after the name where it stands, pointers not followed. */
  readonly next: number;
  /** Bytes of the name without compression, the last zero included. */
  readonly wireLength: number;
};

/** `label-type`: the bits 01 or 10. `pointer`: not to an earlier place. `name-length`: more than 255 bytes. */
export type NameError = "truncated" | "label-type" | "pointer" | "name-length";

/**
 * Reads the name that stands at `offset` of a message. Every pointer must lead to before the place that led to it, so
 * there is no loop.
 */
export function decodeName(message: Uint8Array, offset: number): Result<DecodedName, NameError> {
  let name = "";
  let wireLength = 1;
  let next: number | null = null;
  let at = offset;
  /** Where the run of labels began that is being read. */
  let start = offset;
  for (;;) {
    if (at >= message.length) return fail("truncated", message.length);
    const length = readU8(message, at);
    if (length === 0) return ok({ name: name === "" ? "." : name, next: next ?? at + 1, wireLength });
    if (length >= 0xc0) {
      if (at + 2 > message.length) return fail("truncated", message.length);
      const target = readU16(message, at) & 0x3fff;
      if (target >= start) return fail("pointer", at);
      next ??= at + 2;
      at = start = target;
      continue;
    }
    if (length > 63) return fail("label-type", at);
    if (at + 1 + length > message.length) return fail("truncated", message.length);
    wireLength += 1 + length;
    if (wireLength > 255) return fail("name-length", at);
    name += labelText(message.subarray(at + 1, at + 1 + length)) + ".";
    at += 1 + length;
  }
}

/** Printable ASCII as it is, but for dot and backslash; the rest as three decimal digits. */
function labelText(label: Uint8Array): string {
  let text = "";
  for (const byte of label) {
    const character = String.fromCharCode(byte);
    if (character === "." || character === "\\" || character === '"') text += `\\${character}`;
    else if (byte > 0x20 && byte < 0x7f) text += character;
    else text += `\\${String(byte).padStart(3, "0")}`;
  }
  return text;
}

/**
 * `empty-label`: nothing stands between two dots, or before the first. `escape`: a backslash with nothing behind it, or
 * a number above 255. `Label` is longer than 63 bytes, `Name` than 255: what the wire cannot carry. Offsets count
 * characters of the text.
 */
export type NameTextError = "empty-label" | "escape" | "out-of-range";

/** Reads the text of a name, with or without the last dot, into its labels. */
export function readNameLabels(name: string): Result<Uint8Array[], NameTextError> {
  if (name === "." || name === "") return ok([]);
  const labels: Uint8Array[] = [];
  let label: number[] = [];
  let [start, wireLength] = [0, 1];
  const end = (at: number): Result<null, NameTextError> => {
    if (label.length === 0) return fail("empty-label", at, "Label");
    if (label.length > 63) return fail("out-of-range", start, "Label");
    wireLength += 1 + label.length;
    if (wireLength > 255) return fail("out-of-range", start, "Name");
    labels.push(Uint8Array.from(label));
    label = [];
    start = at + 1;
    return ok(null);
  };
  // A dot ends a label; \DDD, \X and any other character are a byte of it (RFC 1035 §5.1).
  for (const { 0: part, index } of name.matchAll(/\\[0-9]{3}|\\[^0-9]|[^\\]|\\/gs)) {
    if (part === ".") {
      const ended = end(index);
      if (!ended.ok) return ended;
      continue;
    }
    const code = /^\\[0-9]/.test(part) ? Number(part.slice(1)) : part.charCodeAt(part.length - 1);
    if (code > 255 || part === "\\") return fail("escape", index, "Label");
    label.push(code);
  }
  if (label.length === 0) return ok(labels);
  const ended = end(name.length);
  return ended.ok ? ok(labels) : ended;
}

/** The labels for those who need no reason. */
export const nameLabels = (name: string): Uint8Array[] | null => valueOrNull(readNameLabels(name));

/**
 * Writes a name without compression. Field `Label`: one is empty, malformed, or longer than 63 bytes; field `Name`: the
 * whole is longer than 255. The offset is that in the text.
 */
export function encodeName(name: string): Result<Uint8Array, "out-of-range"> {
  const labels = readNameLabels(name);
  if (!labels.ok) return fail("out-of-range", labels.error.offset, labels.error.field);
  return ok(Uint8Array.from([...labels.value.flatMap((label) => [label.length, ...label]), 0]));
}
