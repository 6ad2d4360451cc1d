import { fail, ok, valueOrNull, type Result } from "../bytes/result.ts";
import { formatIpv4Address, readIpv4Address } from "./address.ts";
import { formatIpv6Address, readIpv6Address, type Ipv6TextError } from "./ipv6-address.ts";

/** An address of either version; the value is unsigned, 32 or 128 bits. */
export type IpAddress = { readonly version: 4 | 6; readonly value: bigint };

/** A network: the first `length` bits of its addresses; the other bits of `network` are zero (RFC 4632 §3.1). */
export type Prefix = { readonly version: 4 | 6; readonly network: bigint; readonly length: number };

/** Bits of an address. */
export const addressBits = (version: 4 | 6): number => (version === 4 ? 32 : 128);

/** Reads an address of either version: with a colon in it, it is one of version 6. */
export function readIpAddress(text: string): Result<IpAddress, Ipv6TextError> {
  if (text.includes(":")) {
    const six = readIpv6Address(text);
    return six.ok ? ok({ version: 6, value: six.value }) : six;
  }
  const four = readIpv4Address(text);
  return four.ok ? ok({ version: 4, value: BigInt(four.value) }) : four;
}

/** The same for those who need no reason. */
export const parseIpAddress = (text: string): IpAddress | null => valueOrNull(readIpAddress(text));

export const formatIpAddress = ({ version, value }: IpAddress): string =>
  version === 4 ? formatIpv4Address(Number(value)) : formatIpv6Address(value);

/** Address and prefix length as written, `192.168.100.72/27`; the length is decimal (RFC 4291 §2.3). */
export type AddressWithLength = { readonly address: IpAddress; readonly length: number };

/** `slash`: there is none. `prefix-length`: no decimal number, or more bits than the address has. */
export type PrefixTextError = Ipv6TextError | "slash" | "prefix-length";

/** Reads an address, a slash and a decimal length that the address can have. Offsets count characters. */
export function readAddressWithLength(text: string): Result<AddressWithLength, PrefixTextError> {
  const slash = text.lastIndexOf("/");
  if (slash === -1) return fail("slash", text.length);
  const address = readIpAddress(text.slice(0, slash));
  if (!address.ok) return address;
  const digits = text.slice(slash + 1);
  const fits = /^[0-9]{1,4}$/.test(digits) && Number(digits) <= addressBits(address.value.version);
  return fits ? ok({ address: address.value, length: Number(digits) }) : fail("prefix-length", slash + 1);
}

/** Reads a network; bits to the right of the length are dropped: `10.0.5.3/16` is 10.0.0.0/16. */
export function readPrefix(text: string): Result<Prefix, PrefixTextError> {
  const parsed = readAddressWithLength(text);
  return parsed.ok ? ok(prefixOf(parsed.value.address, parsed.value.length)) : parsed;
}

/** The same for those who need no reason. */
export const parseAddressWithLength = (text: string): AddressWithLength | null =>
  valueOrNull(readAddressWithLength(text));
export const parsePrefix = (text: string): Prefix | null => valueOrNull(readPrefix(text));

export const formatPrefix = ({ version, network, length }: Prefix): string =>
  `${formatIpAddress({ version, value: network })}/${length}`;

/** The number whose first `length` bits are one. */
export const maskOf = (version: 4 | 6, length: number): bigint => masks[version][length] ?? 0n;

/** By length: a router asks for one at every row of its table. */
const masks = {
  4: Array.from({ length: 33 }, (_, length) => leadingOnes(length, 32)),
  6: Array.from({ length: 129 }, (_, length) => leadingOnes(length, 128)),
} as const;

function leadingOnes(length: number, bits: number): bigint {
  return ((1n << BigInt(length)) - 1n) << BigInt(bits - length);
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
