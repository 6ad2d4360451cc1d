import { constantFrom, integer, oneof, type Arbitrary } from "fast-check";
import { formatIpv4Address, parseIpv4Address } from "../../net/wire/address.ts";
import type { Simplify } from "./simplify.ts";
import { withShrinks } from "./with-shrinks.ts";

/** Addresses at which ranges begin and end, and some that every network has. */
const boundaries = [
  "0.0.0.0",
  "0.0.0.1",
  "0.255.255.255",
  "10.0.0.0",
  "10.0.0.9",
  "10.0.0.10",
  "10.255.255.255",
  "127.0.0.1",
  "127.255.255.255",
  "128.0.0.0",
  "169.254.1.1",
  "172.16.0.1",
  "172.31.255.255",
  "192.168.0.1",
  "192.168.255.255",
  "223.255.255.255",
  "224.0.0.1",
  "239.255.255.255",
  "240.0.0.0",
  "255.255.255.254",
  "255.255.255.255",
] as const;

/** Simplest source and destination of a packet. */
export const tenOne = 0x0a000001;
export const tenTwo = 0x0a000002;

const random = integer({ min: 0, max: 0xffff_ffff });
const atBoundary = constantFrom(...boundaries.map((text) => parseIpv4Address(text) ?? 0));

/** As unsigned 32-bit integers, not shrinking: a part of the generators of packets. */
export const ipv4AddressNumber: Arbitrary<number> = oneof(
  { weight: 3, arbitrary: random },
  { weight: 1, arbitrary: atBoundary },
);

/** Toward `simplest`; then with one byte zeroed at a time, then with one byte halved. */
export const towardAddress = (simplest: number): Simplify<number> => ({
  simplest,
  *smaller(address) {
    if (address === simplest) return;
    for (const shift of [24, 16, 8, 0]) {
      const part = (address >>> shift) & 0xff;
      if (part > 0) yield address - part * 2 ** shift;
    }
    for (const shift of [24, 16, 8, 0]) {
      const part = (address >>> shift) & 0xff;
      if (part > 1) yield address - Math.ceil(part / 2) * 2 ** shift;
    }
  },
});

/**
 * IPv4 addresses as text, often at the boundary of a range; toward 10.0.0.1.
 *
 * @example
 * generators: { addresses: tuple(ipv4Address) }
 */
export const ipv4Address: Arbitrary<string> = withShrinks(
  ipv4AddressNumber.map(formatIpv4Address),
  (value): value is string => typeof value === "string" && parseIpv4Address(value) !== null,
  function* (text) {
    const address = parseIpv4Address(text) ?? tenOne;
    const rule = towardAddress(tenOne);
    if (address !== rule.simplest) yield formatIpv4Address(rule.simplest);
    for (const smaller of rule.smaller(address)) yield formatIpv4Address(smaller);
  },
);
