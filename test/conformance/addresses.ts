import { parseIpv4Address } from "#net/wire/address.ts";
import { parseIpv6Address } from "#net/wire/ipv6-address.ts";
import { parseIpAddress, parsePrefix, type IpAddress, type Prefix } from "#net/wire/prefix.ts";

/** Addresses of vectors; one that does not parse is a fault of the file. */
export const must = <T>(value: T | null, what: string): T => {
  if (value === null) throw new Error(`the file has a bad ${what}`);
  return value;
};
export const prefix = (text: string): Prefix => must(parsePrefix(text), `prefix ${text}`);
export const address = (text: string): IpAddress => must(parseIpAddress(text), `address ${text}`);
export const ipv6 = (text: string): bigint => must(parseIpv6Address(text), `address ${text}`);
export const ipv4 = (text: string): number => must(parseIpv4Address(text), `address ${text}`);
