import { boolean, integer, oneof, tuple, type Arbitrary } from "fast-check";
import { equalBytes } from "../../net/bytes/byte-string.ts";
import { isBytes, smallerBytes } from "./bytes.ts";
import { simplifyRecord, type Simplify } from "./simplify.ts";
import { withShrinks } from "./with-shrinks.ts";

/** What a generator of messages may be asked for. */
export type MessageKind = {
  /** One in four is cut somewhere, or has one byte changed; default false. */
  readonly damaged?: boolean;
  /** The exercise's domain; default: every byte string. */
  readonly accepts?: (bytes: Uint8Array) => boolean;
};

/** A protocol's messages as sketches: parts that can become simpler one by one while the others stay true. */
export type MessageSketches<S extends object> = {
  readonly sketches: Arbitrary<S>;
  readonly write: (sketch: S) => Uint8Array;
  /** The sketch of bytes that have one; null for others. */
  readonly read: (bytes: Uint8Array) => S | null;
  readonly rules: { readonly [K in keyof S]: Simplify<S[K]> };
};

/**
 * Bytes of a protocol. What has a sketch shrinks part by part; what is too damaged for one shrinks as bytes, to fewer
 * and to zeros, until it has one.
 */
export function messageBytes<S extends object>(
  { sketches, write, read, rules }: MessageSketches<S>,
  { damaged = false, accepts = () => true }: MessageKind,
): Arbitrary<Uint8Array> {
  const whole = sketches.map(write);
  const broken = tuple(whole, boolean(), integer({ min: 0, max: 599 }), integer({ min: 0, max: 255 })).map(
    ([bytes, cut, place, value]) => {
      const at = place % Math.max(1, bytes.length);
      return cut ? bytes.slice(0, at) : bytes.with(at, value);
    },
  );
  const source = damaged ? oneof({ weight: 3, arbitrary: whole }, { weight: 1, arbitrary: broken }) : whole;
  const isValid = (value: unknown): value is Uint8Array => isBytes(value) && accepts(value);
  return withShrinks(source.filter(isValid), isValid, function* (bytes) {
    const sketch = read(bytes);
    if (sketch === null || !equalBytes(write(sketch), bytes)) {
      yield* smallerBytes(bytes);
    } else {
      for (const simpler of simplifyRecord(sketch, rules)) yield write(simpler);
    }
  });
}
