import { parseIpv4 } from "#net/wire/ipv4.ts";
import { parseIpv6 } from "#net/wire/ipv6.ts";
import type { IpEnds } from "#net/wire/pseudo-header.ts";

/** What an IP packet of a vector carries, and between whom. */
export type Carried = { readonly payload: Uint8Array; readonly ends: IpEnds; readonly hopLimit: number };

/** Opens a raw packet of either version; IPv6 without extension headers. */
export function openIp(bytes: Uint8Array): Carried {
  const four = parseIpv4(bytes);
  if (four.ok) {
    const { payload, source, destination, ttl } = four.value;
    return { payload, ends: { source, destination }, hopLimit: ttl };
  }
  const six = parseIpv6(bytes);
  if (!six.ok) throw new Error(`neither IPv4 (${four.error.code}) nor IPv6 (${six.error.code})`);
  const { payload, source, destination, hopLimit } = six.value;
  return { payload, ends: { source, destination }, hopLimit };
}
