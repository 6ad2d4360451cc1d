import { formatIpv4Address, parseIpv4Address } from "./address.ts";
import { formatIpv6Address, parseIpv6Address } from "./ipv6-address.ts";

/** An address of either version; the value is unsigned, 32 or 128 bits. */
export type IpAddress = { readonly version: 4 | 6; readonly value: bigint };

/** A network: the first `length` bits of its addresses; the other bits of `network` are zero (RFC 4632 §3.1). */
export type Prefix = { readonly version: 4 | 6; readonly network: bigint; readonly length: number };

/** Bits of an address. */
export const addressBits = (version: 4 | 6): number => (version === 4 ? 32 : 128);

export function parseIpAddress(text: string): IpAddress | null {
  const four = parseIpv4Address(text);
  if (four !== null) return { version: 4, value: BigInt(four) };
  const six = parseIpv6Address(text);
  return six === null ? null : { version: 6, value: six };
}

export const formatIpAddress = ({ version, value }: IpAddress): string =>
  version === 4 ? formatIpv4Address(Number(value)) : formatIpv6Address(value);

/** Address and prefix length as written, `192.168.100.72/27`; the length is decimal (RFC 4291 §2.3). */
export type AddressWithLength = { readonly address: IpAddress; readonly length: number };

/** Reads an address, a slash and a decimal length that the address can have; anything else gives null. */
export function parseAddressWithLength(text: string): AddressWithLength | null {
  const slash = text.lastIndexOf("/");
  const address = parseIpAddress(text.slice(0, Math.max(0, slash)));
  const digits = text.slice(slash + 1);
  if (address === null || !/^[0-9]{1,4}$/.test(digits)) return null;
  const length = Number(digits);
  return length <= addressBits(address.version) ? { address, length } : null;
}

/** Reads a network; bits to the right of the length are dropped: `10.0.5.3/16` is 10.0.0.0/16. */
export function parsePrefix(text: string): Prefix | null {
  const parsed = parseAddressWithLength(text);
  return parsed === null ? null : prefixOf(parsed.address, parsed.length);
}

export const formatPrefix = ({ version, network, length }: Prefix): string =>
  `${formatIpAddress({ version, value: network })}/${length}`;

/** The number whose first `length` bits are one. */
export function maskOf(version: 4 | 6, length: number): bigint {
  const hostBits = BigInt(addressBits(version) - length);
  return ((1n << BigInt(length)) - 1n) << hostBits;
}

/** The network of that length that holds the address. */
export const prefixOf = ({ version, value }: IpAddress, length: number): Prefix => ({
  version,
  network: value & maskOf(version, length),
  length,
});

/** How many addresses it has. */
export const sizeOf = ({ version, length }: Prefix): bigint => 1n << BigInt(addressBits(version) - length);

/** The highest address. */
export const lastOf = (prefix: Prefix): bigint => prefix.network + sizeOf(prefix) - 1n;

export const containsAddress = (prefix: Prefix, address: IpAddress): boolean =>
  prefix.version === address.version &&
  (address.value & maskOf(prefix.version, prefix.length)) === prefix.network;

/** Whether every address of `inner` is one of `outer`. */
export const isSubnetOf = (inner: Prefix, outer: Prefix): boolean =>
  inner.length >= outer.length && containsAddress(outer, { version: inner.version, value: inner.network });

/** Two networks are apart, or one holds the other. */
export const overlaps = (a: Prefix, b: Prefix): boolean => isSubnetOf(a, b) || isSubnetOf(b, a);

export const equalPrefixes = (a: Prefix, b: Prefix): boolean => isSubnetOf(a, b) && isSubnetOf(b, a);

/** The length of an IPv4 netmask, or null when its ones do not all stand on the left (RFC 950 as RFC 4632 narrows it). */
export function lengthOfMask(mask: number): number | null {
  const zeros = ~mask >>> 0;
  // Ones on the right alone: the next number shares no bit with it.
  return (zeros & (zeros + 1)) === 0 ? Math.clz32(zeros) : null;
}
