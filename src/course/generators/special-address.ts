import { constantFrom, integer, oneof, tuple, type Arbitrary } from "fast-check";
import { formatIpv4Address, parseIpv4Address } from "../../net/wire/address.ts";
import { lastOf, type Prefix } from "../../net/wire/prefix.ts";
import { specialPurposeRegistry } from "../../net/wire/special-purpose.ts";
import { smallerNumbers } from "./simplify.ts";
import { withShrinks } from "./with-shrinks.ts";

/** First and last address of every special IPv4 range, multicast too, and their neighbours outside. */
const multicast: Prefix = { version: 4, network: 0xe0000000n, length: 4 };
const boundaries = [...specialPurposeRegistry.map(({ block }) => block), multicast]
  .filter(({ version }) => version === 4)
  .flatMap((block) => [block.network - 1n, block.network, lastOf(block), lastOf(block) + 1n])
  .map(Number)
  .filter((address) => address >= 0 && address <= 0xffff_ffff);

const atBoundary = constantFrom(...boundaries);

/** Differs from a boundary in one number of four: what a test that looks at too few of them takes for special. */
const nearMiss = tuple(atBoundary, integer({ min: 0, max: 3 }), integer({ min: 0, max: 255 })).map(
  ([address, place, octet]) => {
    const octets = octetsOf(address);
    return fromOctets(octets.map((old, i) => (i === place ? octet : old)));
  },
);

/**
 * IPv4 addresses as text, most at or near the boundary of a special range. Shrinks number by number, so that what is
 * left stands at a boundary: `172.32.0.0`. `accepts` is the exercise's domain.
 *
 * @example
 * generators: { addresses: tuple(specialIpv4Address()) }
 */
export function specialIpv4Address(accepts: (text: string) => boolean = () => true): Arbitrary<string> {
  const isValid = (value: unknown): value is string =>
    typeof value === "string" && parseIpv4Address(value) !== null && accepts(value);
  const source = oneof(atBoundary, nearMiss, integer({ min: 0, max: 0xffff_ffff })).map(formatIpv4Address);
  return withShrinks(source.filter(isValid), isValid, simplerAddresses);
}

/** Zeros at the end, then in one place; then one number smaller. */
export function* simplerAddresses(text: string): Iterable<string> {
  const octets = octetsOf(parseIpv4Address(text) ?? 0);
  const step = (change: (octet: number, i: number) => number): string =>
    formatIpv4Address(fromOctets(octets.map(change)));
  for (const from of [1, 2, 3]) {
    if (octets.slice(from).some((octet) => octet > 0)) yield step((octet, i) => (i < from ? octet : 0));
  }
  for (const [place, value] of octets.entries()) {
    if (value > 0) yield step((octet, i) => (i === place ? 0 : octet));
    for (const smaller of smallerNumbers(value)) yield step((octet, i) => (i === place ? smaller : octet));
  }
}

const octetsOf = (address: number): number[] => [24, 16, 8, 0].map((shift) => (address >>> shift) & 0xff);

const fromOctets = (octets: readonly number[]): number =>
  octets.reduce((address, octet) => address * 256 + octet, 0);
