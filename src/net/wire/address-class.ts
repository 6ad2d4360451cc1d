import type { Ipv4Address } from "./address.ts";

/**
 * The classes of before CIDR (RFC 791 §3.2, RFC 1112 §4), told by the first bits: A 0, B 10, C 110, D 1110 (multicast),
 * E 1111 (reserved). RFC 4632 did away with them; the default lengths live on in old texts.
 */
export type AddressClass = "A" | "B" | "C" | "D" | "E";

export function addressClass(address: Ipv4Address): AddressClass {
  if (address >>> 31 === 0b0) return "A";
  if (address >>> 30 === 0b10) return "B";
  if (address >>> 29 === 0b110) return "C";
  return address >>> 28 === 0b1110 ? "D" : "E";
}

const lengths = { A: 8, B: 16, C: 24, D: null, E: null } as const;

/** Prefix length of a network of the class; null for D and E, which have no networks. */
export const defaultPrefixLength = (name: AddressClass): number | null => lengths[name];
