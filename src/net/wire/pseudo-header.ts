import type { Ipv4Address } from "./address.ts";
import { internetChecksum, onesComplementSum } from "./checksum.ts";
import { ipv6Groups, type Ipv6Address } from "./ipv6-address.ts";

/** The addresses of the packet that carries a segment: numbers for IPv4, bigints for IPv6. */
export type IpEnds =
  | { readonly source: Ipv4Address; readonly destination: Ipv4Address }
  | { readonly source: Ipv6Address; readonly destination: Ipv6Address };

const wordSum = (address: Ipv4Address | Ipv6Address): number =>
  typeof address === "number"
    ? (address >>> 16) + (address & 0xffff)
    : ipv6Groups(address).reduce((sum, group) => sum + group, 0);

/**
 * The sum of the pseudo-header that transport checksums cover: both addresses, the protocol, the length of header and
 * data in bytes (RFC 768, RFC 9293 §3.1; RFC 8200 §8.1 has wider fields, whose upper words are zero here).
 */
export const pseudoHeaderSum = (ends: IpEnds, protocol: number, length: number): number =>
  wordSum(ends.source) + wordSum(ends.destination) + protocol + length;

/** The checksum of a segment whose checksum field is zero. */
export const transportChecksum = (ends: IpEnds, protocol: number, segment: Uint8Array): number =>
  internetChecksum(segment, pseudoHeaderSum(ends, protocol, segment.length));

/** Whether a segment with its checksum in place is intact. */
export const verifiesTransportChecksum = (ends: IpEnds, protocol: number, segment: Uint8Array): boolean =>
  onesComplementSum(segment, pseudoHeaderSum(ends, protocol, segment.length)) === 0xffff;
