import type { Ipv4Address } from "./address.ts";
import type { Ipv6Address } from "./ipv6-address.ts";
import type { Mac } from "./mac.ts";

/** Addresses that follow from other addresses. */

/**
 * The modified EUI-64 interface identifier of a MAC address, 64 bits: ff fe in the middle, the U/L bit inverted
 * (RFC 4291 appendix A).
 */
export function interfaceIdentifier(mac: Mac): bigint {
  const bits = BigInt(mac);
  const eui64 = ((bits >> 24n) << 40n) | (0xfffen << 24n) | (bits & 0xff_ffffn);
  return eui64 ^ (1n << 57n);
}

/** fe80::/64 and the interface identifier (RFC 4862 §5.3). */
export const linkLocalFromMac = (mac: Mac): Ipv6Address => (0xfe80n << 112n) | interfaceIdentifier(mac);

/** The group that asks for a neighbour: ff02::1:ff00:0/104 and the last 24 bits of its address (RFC 4291 §2.7.1). */
export const solicitedNode = (address: Ipv6Address): Ipv6Address =>
  0xff02_0000_0000_0000_0000_0001_ff00_0000n | (address & 0xff_ffffn);

/** 01:00:5e and the last 23 bits of the group: 32 groups share each address (RFC 1112 §6.4). */
export const ipv4MulticastMac = (group: Ipv4Address): Mac => 0x01005e000000 + (group & 0x7fffff);

/** 33:33 and the last 32 bits of the group (RFC 2464 §7). */
export const ipv6MulticastMac = (group: Ipv6Address): Mac => 0x333300000000 + Number(group & 0xffff_ffffn);
