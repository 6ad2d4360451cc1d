import { array, constantFrom, integer, oneof, type Arbitrary } from "fast-check";
import { readU16, writeU16 } from "../../net/bytes/big-endian.ts";
import { equalBytes } from "../../net/bytes/byte-string.ts";
import { ipv6AddressToBytes } from "../../net/wire/ipv6-address.ts";
import { isBytes } from "./bytes.ts";
import { smallerNumbers, type Simplify } from "./simplify.ts";
import { withShrinks } from "./with-shrinks.ts";

/** Simplest source and destination of a packet: 2001:db8::1 and 2001:db8::2. */
export const documentationOne = ipv6AddressToBytes(0x20010db8_0000_0000_0000_0000_0000_0001n);
export const documentationTwo = ipv6AddressToBytes(0x20010db8_0000_0000_0000_0000_0000_0002n);

/** Half of the groups are zero, so that runs of zeros of every length and place come up; small groups lack digits. */
const group = oneof(
  { weight: 4, arbitrary: integer({ min: 0, max: 0 }) },
  { weight: 1, arbitrary: constantFrom(1, 0x10, 0x100, 0x1000, 0xdb8, 0xffff, 0xfe80) },
  { weight: 3, arbitrary: integer({ min: 1, max: 0xffff }) },
);

const fromGroups = (groups: readonly number[]): Uint8Array => {
  const bytes = new Uint8Array(16);
  for (const [i, value] of groups.entries()) writeU16(bytes, 2 * i, value);
  return bytes;
};

/** The sixteen bytes of an address, not shrinking: a part of the generators of packets. */
export const ipv6AddressPart: Arbitrary<Uint8Array> = array(group, { minLength: 8, maxLength: 8 }).map(
  fromGroups,
);

/**
 * The sixteen bytes of an IPv6 address, rich in runs of zeros; toward `::`, group by group.
 *
 * @example
 * generators: { addresses: tuple(ipv6AddressBytes) }
 */
export const ipv6AddressBytes: Arbitrary<Uint8Array> = withShrinks(
  ipv6AddressPart,
  (value): value is Uint8Array => isBytes(value) && value.length === 16,
  function* (address) {
    const groups = Array.from({ length: 8 }, (_, i) => readU16(address, 2 * i));
    const replace = (at: number, by: number) => fromGroups(groups.map((old, i) => (i === at ? by : old)));
    for (const [i, value] of groups.entries()) if (value > 0) yield replace(i, 0);
    for (const [i, value] of groups.entries()) if (value > 1) yield replace(i, 1);
    for (const [i, value] of groups.entries())
      for (const smaller of smallerNumbers(value)) yield replace(i, smaller);
  },
);

/** For an address that is one field of many: the simplest one or as it is. */
export const towardIpv6Address = (simplest: Uint8Array): Simplify<Uint8Array> => ({
  simplest,
  smaller: () => [],
  same: equalBytes,
});
