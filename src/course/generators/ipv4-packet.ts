import {
  boolean,
  constant,
  constantFrom,
  integer,
  oneof,
  option,
  record,
  subarray,
  tuple,
  uint8Array,
  type Arbitrary,
} from "fast-check";
import { isBytes } from "./bytes.ts";
import { ipv4AddressNumber } from "./ipv4-address.ts";
import { ipv4Options } from "./ipv4-options.ts";
import { fromSketch, simplerIpv4, type Ipv4Sketch, type PlainChecksum } from "./ipv4-sketch.ts";
import { unsigned } from "./numbers.ts";
import { withShrinks } from "./with-shrinks.ts";

export type Ipv4BytesKind = {
  /** `right`, `zero`, or `any`: right, zero and wrong ones mixed. Default `right`. */
  readonly checksum?: "right" | "zero" | "any";
  /** What the checksum field shrinks to first, where `any` leaves a choice. Default `right`. */
  readonly plainChecksum?: PlainChecksum;
  /** The exercise's domain, for generating and for shrinking. Default: all bytes. */
  readonly accepts?: (bytes: Uint8Array) => boolean;
};

export type Ipv4PacketKind = Ipv4BytesKind & {
  /** Half of the packets have one or two faults, checksum still as `checksum` says. Default false. */
  readonly damaged?: boolean;
};

/** Nothing about fragments, DF, and the four places in a fragmented datagram; some with the reserved bit. */
export const fragmentation = tuple(
  constantFrom("none", "none", "df", "first", "middle", "last", "df and fragment"),
  oneof(constantFrom(1, 184, 185, 370, 8191), integer({ min: 1, max: 8191 })),
  integer({ min: 0, max: 15 }),
).map(([place, units, chance]) => ({
  reserved: chance === 0,
  df: place === "df" || place === "df and fragment",
  mf: place === "first" || place === "middle" || place === "df and fragment",
  fragmentUnits: place === "middle" || place === "last" || place === "df and fragment" ? units : 0,
}));

const options = oneof(
  { weight: 2, arbitrary: constant(new Uint8Array()) },
  { weight: 1, arbitrary: ipv4Options({ aligned: true }) },
  // 40 bytes, the most that fits: a header of 60
  { weight: 1, arbitrary: uint8Array({ minLength: 40, maxLength: 40 }) },
);

const linkPadding = oneof(
  { weight: 3, arbitrary: constant(new Uint8Array()) },
  { weight: 1, arbitrary: integer({ min: 1, max: 26 }).map((length) => new Uint8Array(length)) },
  { weight: 1, arbitrary: uint8Array({ minLength: 1, maxLength: 18 }) },
);

const checksums = {
  right: constant<Ipv4Sketch["checksum"]>("right"),
  zero: constant<Ipv4Sketch["checksum"]>("zero"),
  any: oneof(
    constant<Ipv4Sketch["checksum"]>("right"),
    constant<Ipv4Sketch["checksum"]>("zero"),
    unsigned(16).map((value): Ipv4Sketch["checksum"] => value),
  ),
};

const sketches = (checksum: "right" | "zero" | "any"): Arbitrary<Ipv4Sketch> =>
  tuple(
    record({
      version: constant(4),
      badIhl: constant(null),
      dscp: oneof(constantFrom(0, 0, 10, 46, 48), integer({ min: 0, max: 63 })),
      ecn: integer({ min: 0, max: 3 }),
      lengthError: constant(0),
      identification: unsigned(16),
      ttl: unsigned(8, [64, 1, 0, 2, 255]),
      protocol: oneof(constantFrom(17, 1, 6), integer({ min: 0, max: 255 })),
      checksum: checksums[checksum],
      source: ipv4AddressNumber,
      destination: ipv4AddressNumber,
      options,
      payload: uint8Array({ maxLength: 24 }),
      linkPadding,
    }),
    fragmentation,
  ).map(([sketch, fragment]) => ({ ...sketch, ...fragment }));

const shrinking = (source: Arbitrary<Uint8Array>, kind: Ipv4BytesKind): Arbitrary<Uint8Array> => {
  const { accepts = () => true, plainChecksum = kind.checksum === "zero" ? "zero" : "right" } = kind;
  const isValid = (value: unknown): value is Uint8Array => isBytes(value) && accepts(value);
  return withShrinks(source.filter(isValid), isValid, (bytes) => simplerIpv4(bytes, plainChecksum));
};

/**
 * IPv4 headers alone, 20 to 60 bytes, whose Total Length announces a payload that is not there. Shrinks to a header
 * of 20 bytes from 10.0.0.1 to 10.0.0.2, TTL 64, UDP; a right checksum stays right at every step.
 *
 * @example
 * generators: { headers: tuple(ipv4HeaderBytes({ checksum: "any", plainChecksum: "zero", accepts: isHeader })) }
 */
export const ipv4HeaderBytes = (kind: Ipv4BytesKind = {}): Arbitrary<Uint8Array> =>
  shrinking(
    tuple(sketches(kind.checksum ?? "right"), oneof(constant(0), integer({ min: 1, max: 1480 }))).map(
      ([sketch, announced]) =>
        fromSketch({
          ...sketch,
          lengthError: announced,
          payload: new Uint8Array(),
          linkPadding: new Uint8Array(),
        }),
    ),
    kind,
  );

/**
 * Whole IPv4 packets: options, DF, MF, fragment offsets, payload, link padding after Total Length. With `damaged`
 * some are cut, of another version, or have an IHL or a Total Length that cannot be meant. Shrinks like
 * `ipv4HeaderBytes`, payload and padding first.
 *
 * @example
 * generators: { packets: tuple(ipv4PacketBytes({ damaged: true, checksum: "any" })) }
 */
export const ipv4PacketBytes = (kind: Ipv4PacketKind = {}): Arbitrary<Uint8Array> => {
  const whole = sketches(kind.checksum ?? "right").map(fromSketch);
  if (kind.damaged !== true) return shrinking(whole, kind);
  return shrinking(oneof(whole, damagedPacket(kind.checksum ?? "right")), kind);
};

const damagedPacket = (checksum: "right" | "zero" | "any"): Arbitrary<Uint8Array> =>
  tuple(
    sketches(checksum),
    subarray(["version", "ihl", "length", "cut"] as const, { minLength: 1, maxLength: 2 }),
    record({
      version: oneof(constant(6), integer({ min: 0, max: 15 })),
      ihl: option(integer({ min: 0, max: 4 }), { nil: 15 }),
      excess: oneof(constant(1), integer({ min: 1, max: 3000 })),
      lack: integer({ min: 1, max: 20 }),
      tooLong: boolean(),
      cut: integer({ min: 0, max: 24 }),
    }),
  ).map(([sketch, faults, how]) => {
    const has = (fault: (typeof faults)[number]): boolean => faults.includes(fault);
    const badIhl = has("ihl") ? how.ihl : null;
    const broken: Ipv4Sketch = {
      ...sketch,
      version: has("version") ? how.version : sketch.version,
      // An IHL that cannot be meant leaves nothing to tell options by.
      badIhl,
      options: badIhl === null ? sketch.options : new Uint8Array(),
      linkPadding: badIhl === null ? sketch.linkPadding : new Uint8Array(),
      lengthError: has("length") ? (how.tooLong ? how.excess : -how.lack) : 0,
    };
    const bytes = fromSketch(broken);
    return has("cut") ? bytes.slice(0, how.cut) : bytes;
  });
