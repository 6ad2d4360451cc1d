import { constantFrom, integer, oneof, tuple, type Arbitrary } from "fast-check";
import { addressClass } from "../../net/wire/address-class.ts";
import { parseIpv4Address } from "../../net/wire/address.ts";
import { simplerAddresses } from "./special-address.ts";
import { withShrinks } from "./with-shrinks.ts";

const octet = integer({ min: 0, max: 255 });
/** At both sides of the bit that the MAC address loses, and with one hexadecimal digit or two. */
const second = oneof(constantFrom(0, 10, 127, 128, 133, 255), octet);
const last = oneof(constantFrom(0, 1, 10, 16, 255), octet);

const groups = tuple(
  oneof(constantFrom(224, 239, 233), integer({ min: 224, max: 239 })),
  second,
  octet,
  last,
);

/**
 * IPv4 multicast groups as text, toward 224.0.0.0, number by number.
 *
 * @example
 * generators: { groups: tuple(multicastGroup) }
 */
export const multicastGroup: Arbitrary<string> = withShrinks(
  groups.map((octets) => octets.join(".")),
  (value): value is string => typeof value === "string" && isGroup(value),
  simplerAddresses,
);

function isGroup(text: string): boolean {
  const address = parseIpv4Address(text);
  return address !== null && addressClass(address) === "D";
}
