import { constantFrom, integer, oneof, tuple, type Arbitrary } from "fast-check";
import { formatIpv4Address, parseIpv4Address } from "../../net/wire/address.ts";
import { lengthOfMask, maskOf, parseAddressWithLength } from "../../net/wire/prefix.ts";
import { ipv4Address, ipv4AddressNumber, tenOne, towardAddress } from "./ipv4-address.ts";
import { towardPreferred } from "./numbers.ts";
import { preferring } from "./simplify.ts";
import { withShrinks } from "./with-shrinks.ts";

/** The lengths that everybody knows, and those where something changes. */
const known = [24, 16, 8, 27, 20, 30, 31, 32, 0] as const;

/** The network that everybody has. */
const tenZero = 0x0a000000;

const length = oneof(
  { weight: 2, arbitrary: integer({ min: 0, max: 32 }) },
  { weight: 1, arbitrary: constantFrom(...known) },
);

/** Whether a value is the length of an IPv4 prefix. */
export const isPrefixLength = (value: unknown): value is number =>
  typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 32;

/** Lengths of IPv4 prefixes, 0 to 32; toward 24, then 16, 8 and other lengths that everybody knows. */
export const ipv4PrefixLength: Arbitrary<number> = withShrinks(length, isPrefixLength, (value) =>
  towardPreferred(value, known),
);

/** The dotted mask of a length: 27 is `255.255.255.224`. */
const maskText = (bits: number): string => formatIpv4Address(Number(maskOf(4, bits)));

const lengthOfText = (text: string): number | null => {
  const mask = parseIpv4Address(text);
  return mask === null ? null : lengthOfMask(mask);
};

/** All 33 masks, as text; toward 255.255.255.0. */
export const ipv4Mask: Arbitrary<string> = withShrinks(
  length.map(maskText),
  (value): value is string => typeof value === "string" && lengthOfText(value) !== null,
  function* (text) {
    for (const shorter of towardPreferred(lengthOfText(text) ?? 24, known)) yield maskText(shorter);
  },
);

const isNoMask = (value: unknown): value is string =>
  typeof value === "string" && parseIpv4Address(value) !== null && lengthOfText(value) === null;

/**
 * Addresses that are no mask: masks inverted, with a hole, with one bit more, and any other. Shrinks each octet to 0
 * or 255: `255.0.255.0`.
 */
export const ipv4NoMask: Arbitrary<string> = withShrinks(
  oneof(
    length.map((bits) => formatIpv4Address(~Number(maskOf(4, bits)) >>> 0)),
    tuple(length, integer({ min: 0, max: 31 })).map(([bits, place]) =>
      formatIpv4Address((Number(maskOf(4, bits)) ^ (1 << place)) >>> 0),
    ),
    ipv4AddressNumber.map(formatIpv4Address),
  ).filter(isNoMask),
  isNoMask,
  function* (text) {
    const octets = text.split(".").map(Number);
    const replace = (place: number, by: number): string =>
      octets.map((octet, i) => (i === place ? by : octet)).join(".");
    for (const [place, octet] of octets.entries()) {
      if (octet > 0) yield replace(place, 0);
      if (octet > 0 && octet < 255) yield replace(place, 255);
      if (octet > 1 && octet < 255) yield replace(place, octet >>> 1);
    }
  },
);

/**
 * Addresses with a prefix length, `192.168.100.72/27`: half of them are networks, the others have bits beyond the
 * length. Toward 10.0.0.0 (or 10.0.0.1) and 24. `accepts` is the exercise's domain.
 */
export function ipv4Cidr(accepts: (cidr: string) => boolean = () => true): Arbitrary<string> {
  const isValid = (value: unknown): value is string =>
    typeof value === "string" && parseAddressWithLength(value)?.address.version === 4 && accepts(value);
  const source = tuple(ipv4Address, length, constantFrom(true, false)).map(([text, bits, masked]) => {
    const address = parseIpv4Address(text) ?? tenOne;
    const mask = masked ? Number(maskOf(4, bits)) : 0xffffffff;
    return `${formatIpv4Address((address & mask) >>> 0)}/${bits}`;
  });
  return withShrinks(source.filter(isValid), isValid, function* (cidr) {
    const [text = "", bits = "24"] = cidr.split("/");
    const address = parseIpv4Address(text) ?? tenOne;
    const rule = preferring([tenZero, tenOne], (value) => towardAddress(tenZero).smaller(value));
    if (address !== rule.simplest) yield `${formatIpv4Address(rule.simplest)}/${bits}`;
    for (const smaller of rule.smaller(address)) yield `${formatIpv4Address(smaller)}/${bits}`;
    for (const shorter of towardPreferred(Number(bits), known)) yield `${text}/${shorter}`;
  });
}
