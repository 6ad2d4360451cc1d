import { bigInt, integer, uint8Array, type Arbitrary } from "fast-check";
import type { Result } from "#net/bytes/result.ts";
import { valueOf } from "../../vectors.ts";

/** What a codec is held to by codecs.test.ts. */
export type Codec = {
  /** The function that writes; every one of `src/net/wire` has a codec here. */
  readonly emitter: string;
  readonly parse: (bytes: Uint8Array) => Result<unknown>;
  /** Reads, and writes what was read. */
  readonly again: (bytes: Uint8Array) => Result<Uint8Array>;
  /** Values with their bytes; `value` is part of what reading the bytes gives. */
  readonly written: Arbitrary<{ readonly value: unknown; readonly bytes: Uint8Array }>;
  /** Values that the wire cannot carry: the field that the refusal names, and the attempt. */
  readonly refusals: readonly (readonly [field: string, attempt: Result<unknown>])[];
  /** Where the protocol promises to notice damage: whether the check holds, and how many bytes it covers. */
  readonly check?: {
    readonly holds: (bytes: Uint8Array) => boolean;
    readonly covers: (bytes: Uint8Array) => number;
  };
};

/** A codec whose parser gives what its emitter takes, and perhaps more. */
export const codec = <Value extends object>(definition: {
  readonly emitter: string;
  readonly values: Arbitrary<Value>;
  readonly emit: (value: Value) => Result<Uint8Array>;
  /** What was read, in the form that the emitter takes it; the checksum as it came. */
  readonly parse: (bytes: Uint8Array) => Result<Value>;
  /** A good value, and changes of it that the wire cannot carry. */
  readonly good: Value;
  readonly refused: readonly (readonly [field: string, change: Partial<Value>])[];
  readonly check?: Codec["check"];
}): Codec => {
  const { emitter, values, emit, parse, good, refused, check } = definition;
  return {
    emitter,
    parse,
    again: (bytes) => {
      const value = parse(bytes);
      return value.ok ? emit(value.value) : value;
    },
    written: values.map((value) => ({ value, bytes: valueOf(emit(value)) })),
    refusals: [
      ["", emit(good)],
      ...refused.map(([field, change]) => [field, emit({ ...good, ...change })] as const),
    ],
    ...(check === undefined ? {} : { check }),
  };
};

/** An unsigned number of so many bits. */
export const u = (bits: number): Arbitrary<number> => integer({ min: 0, max: 2 ** bits - 1 });
export const ipv6 = bigInt({ min: 0n, max: (1n << 128n) - 1n });
export const exactly = (length: number): Arbitrary<Uint8Array> =>
  uint8Array({ minLength: length, maxLength: length });
export const data = (maxLength: number): Arbitrary<Uint8Array> => uint8Array({ maxLength });
export const none = new Uint8Array();
