import { array, constant, constantFrom, integer, oneof, tuple, uint8Array, type Arbitrary } from "fast-check";
import { readU8 } from "../../net/bytes/big-endian.ts";
import { concatBytes, equalBytes } from "../../net/bytes/byte-string.ts";
import { ipv4MaximumOptions } from "../../net/wire/ipv4.ts";
import { ipv4OptionType as type, isSingleByte } from "../../net/wire/ipv4-options.ts";
import { isBytes, isSmaller } from "./bytes.ts";
import type { Simplify } from "./simplify.ts";
import { withShrinks } from "./with-shrinks.ts";

export type Ipv4OptionsKind = {
  /** Padded with EOOL to a multiple of 4, as in a header; default false. */
  readonly aligned?: boolean;
  /** One in three has an option with an impossible length (0, 1, too long, missing); default false. */
  readonly damaged?: boolean;
  /** The exercise's domain; default: every area of up to 40 bytes. */
  readonly accepts?: (area: Uint8Array) => boolean;
};

const withLength = (optionType: number, ...data: readonly number[]): Uint8Array =>
  Uint8Array.of(optionType, 2 + data.length, ...data);

const option: Arbitrary<Uint8Array> = oneof(
  { weight: 2, arbitrary: constant(Uint8Array.of(type.noOperation)) },
  {
    weight: 3, // route data: so many slots, so many of them filled
    arbitrary: tuple(
      constantFrom(type.recordRoute, type.looseSourceRoute, type.strictSourceRoute),
      integer({ min: 1, max: 9 }),
      integer({ min: 0, max: 9 }),
      uint8Array({ minLength: 36, maxLength: 36 }),
    ).map(([kind, slots, filled, addresses]) =>
      withLength(kind, 4 + 4 * Math.min(filled, slots), ...addresses.subarray(0, 4 * slots)),
    ),
  },
  {
    weight: 1,
    arbitrary: tuple(
      constantFrom(0, 1, 3),
      integer({ min: 1, max: 4 }),
      uint8Array({ minLength: 32, maxLength: 32 }),
    ).map(([flag, slots, data]) =>
      withLength(type.timestamp, 5, flag, ...data.subarray(0, (flag === 0 ? 4 : 8) * slots)),
    ),
  },
  { weight: 1, arbitrary: constant(withLength(type.routerAlert, 0, 0)) },
  {
    weight: 1,
    arbitrary: uint8Array({ minLength: 10, maxLength: 10 }).map((data) =>
      withLength(type.traceroute, ...data),
    ),
  },
  {
    weight: 2, // 128 and 129 look like EOOL and NOP to whoever reads the number alone
    arbitrary: tuple(
      oneof(integer({ min: 2, max: 255 }), constantFrom(128, 129)),
      uint8Array({ maxLength: 6 }),
    ).map(([kind, data]) => withLength(kind, ...data)),
  },
  {
    weight: 1,
    arbitrary: uint8Array({ maxLength: 3 }).map((rest) => Uint8Array.of(type.endOfOptionsList, ...rest)),
  },
);

const brokenOption: Arbitrary<Uint8Array> = oneof(
  tuple(constantFrom(7, 68, 131, 148, 200), constantFrom(0, 1)).map(([kind, length]) =>
    Uint8Array.of(kind, length, 4, 0),
  ),
  tuple(constantFrom(7, 131, 148, 200), integer({ min: 1, max: 200 })).map(([kind, excess]) =>
    Uint8Array.of(kind, 3 + excess, 4),
  ),
  constantFrom(7, 137, 130).map((kind) => Uint8Array.of(kind)),
);

/** As many of the options, from the first, as fit into 40 bytes. */
function joined(options: readonly Uint8Array[]): Uint8Array {
  let area: Uint8Array = new Uint8Array();
  for (const next of options)
    if (area.length + next.length <= ipv4MaximumOptions) area = concatBytes(area, next);
  return area;
}

/** Zeros (EOOL) up to a multiple of 4. */
export function alignOptions(area: Uint8Array): Uint8Array {
  const aligned = new Uint8Array(Math.ceil(area.length / 4) * 4);
  aligned.set(area);
  return aligned;
}

/**
 * The options area of an IPv4 header: RR, LSR, SSR, TS, TR, RTRALT, NOP, unknown types, EOOL with bytes after it.
 * Shrinks by dropping options one by one, then by shortening them, then toward zero bytes.
 *
 * @example
 * generators: { areas: tuple(ipv4Options({ damaged: true })) }
 */
export function ipv4Options(kind: Ipv4OptionsKind = {}): Arbitrary<Uint8Array> {
  const { aligned = false, damaged = false, accepts = () => true } = kind;
  const whole = array(option, { maxLength: 5 });
  const options = damaged
    ? oneof(
        { weight: 2, arbitrary: whole },
        {
          weight: 1,
          arbitrary: tuple(array(option, { maxLength: 2 }), brokenOption).map(([good, bad]) => [
            ...good,
            bad,
          ]),
        },
      )
    : whole;
  const isValid = (value: unknown): value is Uint8Array =>
    isBytes(value) &&
    value.length <= ipv4MaximumOptions &&
    (!aligned || value.length % 4 === 0) &&
    accepts(value);
  const source = options.map((list) => (aligned ? alignOptions(joined(list)) : joined(list))).filter(isValid);
  const rule = aligned ? towardNoOptions : towardNoUnalignedOptions;
  return withShrinks(source, isValid, function* (area) {
    if (area.length > 0) yield rule.simplest;
    yield* rule.smaller(area);
  });
}

/** For areas of a header, whose length stays a multiple of 4. */
export const towardNoOptions: Simplify<Uint8Array> = {
  simplest: new Uint8Array(),
  *smaller(area) {
    for (const step of simplerAreas(area)) {
      const aligned = alignOptions(step);
      if (aligned.length > 0 && isSmaller(aligned, area)) yield aligned;
    }
  },
  same: equalBytes,
};

const towardNoUnalignedOptions: Simplify<Uint8Array> = {
  simplest: new Uint8Array(),
  *smaller(area) {
    for (const step of simplerAreas(area)) if (step.length > 0 && isSmaller(step, area)) yield step;
  },
  same: equalBytes,
};

/** One option alone, one option less, an option four bytes or one byte shorter, zeros in its data. */
function* simplerAreas(area: Uint8Array): Iterable<Uint8Array> {
  const options = splitOptions(area);
  if (options.length > 2) yield* options;
  for (const i of options.keys()) yield concatBytes(...options.slice(0, i), ...options.slice(i + 1));
  const replace = (i: number, by: Uint8Array): Uint8Array =>
    concatBytes(...options.slice(0, i), by, ...options.slice(i + 1));
  for (const [i, whole] of options.entries()) {
    if (readU8(whole, 0) === type.endOfOptionsList) yield replace(i, whole.slice(0, 1));
    for (const fewer of [4, 1]) {
      const shorter = whole.slice(0, whole.length - fewer);
      if (shorter.length < 2 || isSingleByte(readU8(whole, 0))) continue;
      if (readU8(whole, 1) === whole.length) shorter[1] = shorter.length;
      yield replace(i, shorter);
    }
  }
  for (const [i, whole] of options.entries())
    yield replace(
      i,
      whole.map((byte, at) => (at < 3 ? byte : 0)),
    );
  for (const [i, byte] of area.entries()) if (byte > 0) yield area.map((old, at) => (at === i ? 0 : old));
}

/** Where one option ends and the next begins; what cannot be told apart is one piece. */
function splitOptions(area: Uint8Array): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  let offset = 0;
  while (offset < area.length) {
    const first = readU8(area, offset);
    const length = first === type.noOperation ? 1 : readU8(area, offset + 1);
    const known = first !== type.endOfOptionsList && length > (isSingleByte(first) ? 0 : 1);
    const end = known ? Math.min(offset + length, area.length) : area.length;
    pieces.push(area.slice(offset, end));
    offset = end;
  }
  return pieces;
}
