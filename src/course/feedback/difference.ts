import { fromHex } from "../../net/bytes/hex.ts";
import type { EncodedValue } from "../exercise/value.ts";
import type { Counterexample, Difference } from "../exercise/verdict.ts";
import type { FeedbackFacts, ShapeFacts } from "./facts.ts";
import type { Strings } from "./strings.ts";
import { shortText } from "./value-text.ts";
import { at, hexOf } from "./value-view.ts";
import type { DifferenceView } from "./view.ts";

/** Where a difference stands: in the result or in an argument; `path` without the byte offset that may end it. */
export type Place = { readonly argument: number | null; readonly path: string };

/** First and last byte of a byte string. */
type Range = { readonly from: number; readonly to: number };

export function placeOf({ path, offset }: Difference): Place {
  const container = offset === undefined ? path : path.slice(0, path.lastIndexOf("["));
  const match = /^arguments\[(\d+)\]/.exec(container);
  const inside = match === null ? container : container.slice(match[0].length);
  return { argument: match === null ? null : Number(match[1]), path: inside.replace(/^\./, "") };
}

export function differenceView(
  difference: Difference,
  counterexample: Counterexample,
  exercise: FeedbackFacts,
  strings: Strings,
): DifferenceView {
  const { difference: words } = strings.cases;
  const place = placeOf(difference);
  const shape = shapeOf(place, exercise);
  const whole = byteRange(difference);
  const found = whole === null ? null : bytePair(whole, place, counterexample);
  const pair = found ?? [difference.expected, difference.actual];
  const bytes = found === null ? firstByte(difference) : whole;
  const [expected, actual] = pair.map((value) =>
    textOf(value, bytes === null ? shape : byteShape(bytes), strings),
  );
  const argument = place.argument === null ? null : exercise.parameters[place.argument]?.name;
  const where =
    typeof argument === "string"
      ? words.argument(argument) + (place.path === "" ? "" : ` ${place.path}`)
      : place.path;
  const bits = difference.bits ?? null;
  return {
    sentence: words.sentence({
      where,
      bytes,
      bits,
      field: difference.field ?? null,
      expected: expected ?? words.missing,
      actual: actual ?? words.missing,
    }),
    bits,
    binary: binary(pair, bytes === null ? widthOf(shape) : (bytes.to - bytes.from + 1) * 8),
  };
}

/** The bytes that the differing bits touch: what is compared in the sentence. At most 4, more says nothing. */
function byteRange({ offset, bits }: Difference): Range | null {
  if (offset === undefined) return null;
  if (bits === undefined) return { from: offset, to: offset };
  const [from, to] = [bits.from >> 3, bits.to >> 3];
  return to - from < 4 ? { from, to } : { from: offset, to: offset };
}

const firstByte = ({ offset }: Difference): Range | null =>
  offset === undefined ? null : { from: offset, to: offset };

/** The differing bytes of both sides as one number each, looked up in the two results; null where they are not. */
function bytePair(
  range: Range,
  place: Place,
  { expected, actual }: Counterexample,
): readonly [number, number] | null {
  if (place.argument !== null) return null;
  const [a, b] = [expected, actual].map((side) => uintAt(at(side, `.${place.path}`), range));
  return a === undefined || b === undefined || a === null || b === null ? null : [a, b];
}

function uintAt(container: EncodedValue | undefined, { from, to }: Range): number | null {
  const hex = hexOf(container);
  const part = hex === null ? null : fromHex(hex)?.subarray(from, to + 1);
  return part?.length !== to - from + 1 ? null : part.reduce((sum, byte) => sum * 256 + byte, 0);
}

const byteShape = ({ from, to }: Range): ShapeFacts => {
  const bits = (to - from + 1) * 8;
  return { kind: "uint", bits: bits <= 8 ? 8 : bits <= 16 ? 16 : 32, base: 16 };
};

function shapeOf({ argument, path }: Place, exercise: FeedbackFacts): ShapeFacts {
  const shape = argument === null ? exercise.result : exercise.parameters[argument]?.shape;
  return path === "" && shape !== undefined ? shape : { kind: "value" };
}

function textOf(value: EncodedValue, shape: ShapeFacts, strings: Strings): string | undefined {
  if (isNothing(value)) return undefined;
  const text = shortText(value, shape, strings.values) ?? "…";
  // A member's shape is not known; where it is a 16-bit word, only its bytes show what went wrong.
  return shape.kind === "value" && isUint(value, 32) && value > 255
    ? `${text} (0x${value.toString(16)})`
    : text;
}

export const isNothing = (value: EncodedValue | undefined): boolean =>
  value === undefined || (typeof value === "object" && value !== null && "$undefined" in value);

const widthOf = (shape: ShapeFacts): number | null => (shape.kind === "uint" ? shape.bits : null);

function binary([expected, actual]: readonly EncodedValue[], width: number | null): DifferenceView["binary"] {
  if (width === null || !isUint(expected, width) || !isUint(actual, width)) return null;
  return { expected: bitGroups(expected, width), actual: bitGroups(actual, width) };
}

const isUint = (value: EncodedValue | undefined, width: number): value is number =>
  typeof value === "number" && Number.isInteger(value) && value >= 0 && value < 2 ** width;

/** `00010001 11100111`. */
const bitGroups = (value: number, width: number): string =>
  value
    .toString(2)
    .padStart(width, "0")
    .replace(/(.{8})(?=.)/g, "$1 ");
