import {
  integer,
  oneof,
  constant,
  constantFrom,
  record,
  tuple,
  uint8Array,
  type Arbitrary,
} from "fast-check";
import { formatIpv4Address, parseIpv4Address } from "../../net/wire/address.ts";
import { towardEmpty } from "./bytes.ts";
import { ipv4Address, tenOne, tenTwo, towardAddress } from "./ipv4-address.ts";
import { fragmentation } from "./ipv4-packet.ts";
import { unsigned } from "./numbers.ts";
import {
  preferring,
  simplifyRecord,
  smallerNumbers,
  towardFalse,
  towardZero,
  type Simplify,
} from "./simplify.ts";
import { withShrinks } from "./with-shrinks.ts";

const towardText = (simplest: number): Simplify<string> => {
  const rule = towardAddress(simplest);
  return {
    simplest: formatIpv4Address(simplest),
    *smaller(text) {
      for (const address of rule.smaller(parseIpv4Address(text) ?? simplest))
        yield formatIpv4Address(address);
    },
  };
};

const rules: { readonly [K in keyof Required<IPv4Fields>]: Simplify<Required<IPv4Fields>[K]> } = {
  payload: towardEmpty,
  options: towardEmpty,
  dscp: towardZero,
  ecn: towardZero,
  identification: towardZero,
  df: towardFalse,
  mf: towardFalse,
  // In bytes, a multiple of 8 at every step.
  fragmentOffset: preferring([0, 8], function* (bytes) {
    for (const units of smallerNumbers(bytes / 8)) yield units * 8;
  }),
  ttl: preferring([64, 1], smallerNumbers),
  protocol: preferring([17, 1, 6], smallerNumbers),
  src: towardText(tenOne),
  dst: towardText(tenTwo),
};

const fields: Arbitrary<Required<IPv4Fields>> = tuple(
  record({
    dscp: oneof(constantFrom(0, 46), integer({ min: 0, max: 63 })),
    ecn: integer({ min: 0, max: 3 }),
    identification: unsigned(16),
    ttl: unsigned(8, [64, 1]),
    protocol: oneof(constantFrom(17, 1, 6), integer({ min: 0, max: 255 })),
    src: ipv4Address,
    dst: ipv4Address,
    options: oneof(constant(0), constantFrom(1, 3, 4, 40), integer({ min: 0, max: 40 })).chain((length) =>
      uint8Array({ minLength: length, maxLength: length }),
    ),
    payload: uint8Array({ maxLength: 24 }),
  }),
  fragmentation,
).map(([rest, { df, mf, fragmentUnits }]) => ({ ...rest, df, mf, fragmentOffset: fragmentUnits * 8 }));

/**
 * What a sender chooses for an IPv4 header, every field given; options of any length up to 40 bytes. Shrinks field by
 * field to 10.0.0.1 → 10.0.0.2, TTL 64, UDP, nothing else. `accepts` is the exercise's domain (default: the type's).
 *
 * @example
 * generators: { headers: tuple(ipv4Fields((h) => h.fragmentOffset % 8 === 0)) }
 */
export function ipv4Fields(accepts: (fields: IPv4Fields) => boolean = () => true): Arbitrary<IPv4Fields> {
  const isValid = (value: unknown): value is IPv4Fields => isFields(value) && accepts(value);
  return withShrinks(fields.filter(isValid), isValid, (value) =>
    simplifyRecord({ dscp: 0, ecn: 0, options: new Uint8Array(), ...value }, rules),
  );
}

/** The type's own bounds: each number fits its field, addresses are dotted quads, bytes are bytes. */
function isFields(value: unknown): value is IPv4Fields {
  if (typeof value !== "object" || value === null) return false;
  const {
    dscp = 0,
    ecn = 0,
    options = new Uint8Array(),
    ...rest
  } = value as Readonly<Record<string, unknown>>;
  const { identification, df, mf, fragmentOffset, ttl, protocol, src, dst, payload } = rest;
  return (
    isUnsigned(dscp, 6) &&
    isUnsigned(ecn, 2) &&
    isUnsigned(identification, 16) &&
    typeof df === "boolean" &&
    typeof mf === "boolean" &&
    isUnsigned(fragmentOffset, 16) &&
    fragmentOffset % 8 === 0 &&
    isUnsigned(ttl, 8) &&
    isUnsigned(protocol, 8) &&
    isAddress(src) &&
    isAddress(dst) &&
    options instanceof Uint8Array &&
    options.length <= 40 &&
    payload instanceof Uint8Array &&
    payload.length <= 0xffff - 60
  );
}

const isUnsigned = (value: unknown, bits: number): value is number =>
  typeof value === "number" && Number.isInteger(value) && value >= 0 && value < 2 ** bits;

const isAddress = (value: unknown): boolean => typeof value === "string" && parseIpv4Address(value) !== null;
