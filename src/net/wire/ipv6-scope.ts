import type { Ipv4Address } from "./address.ts";
import type { Ipv6Address } from "./ipv6-address.ts";

/** What the bits of an IPv6 address say by themselves. */

export type Ipv6Multicast = {
  /** 4 bits; its name is in `multicastScopeNames`. */
  readonly scope: number;
  /** R: holds a rendezvous point (RFC 3956). P: made from a unicast prefix (RFC 3306). T: not assigned by IANA. */
  readonly flags: { readonly R: boolean; readonly P: boolean; readonly T: boolean };
};

/** RFC 4291 §2.7, RFC 7346 §2. */
export const multicastScopeNames: ReadonlyMap<number, string> = new Map([
  [1, "interface-local"],
  [2, "link-local"],
  [3, "realm-local"],
  [4, "admin-local"],
  [5, "site-local"],
  [8, "organization-local"],
  [14, "global"],
]);

/** ff, four flag bits (0RPT), four bits of scope (RFC 4291 §2.7); null for an address that is no group. */
export function ipv6Multicast(address: Ipv6Address): Ipv6Multicast | null {
  if (address >> 120n !== 0xffn) return null;
  const bits = Number((address >> 112n) & 0xffn);
  return {
    scope: bits & 0xf,
    flags: { R: (bits & 0x40) !== 0, P: (bits & 0x20) !== 0, T: (bits & 0x10) !== 0 },
  };
}

const low32 = (bits: bigint): Ipv4Address => Number(bits & 0xffff_ffffn);

/** The IPv4 address in ::ffff:0:0/96 (RFC 4291 §2.5.5.2). */
export const ipv4Mapped = (address: Ipv6Address): Ipv4Address | null =>
  address >> 32n === 0xffffn ? low32(address) : null;

/** The router's IPv4 address in 2002::/16 (RFC 3056 §2). */
export const sixToFour = (address: Ipv6Address): Ipv4Address | null =>
  address >> 112n === 0x2002n ? low32(address >> 80n) : null;

/** Server and client of a Teredo address, 2001::/32; the client's bits are inverted (RFC 4380 §4). */
export const teredo = (address: Ipv6Address): { server: Ipv4Address; client: Ipv4Address } | null =>
  address >> 96n === 0x2001_0000n
    ? { server: low32(address >> 64n), client: low32(address ^ 0xffff_ffffn) }
    : null;
