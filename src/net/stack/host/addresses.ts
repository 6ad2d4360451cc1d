import { readU32 } from "../../bytes/big-endian.ts";
import { ipv6AddressFromBytes } from "../../wire/ipv6-address.ts";
import { ipv4Offsets } from "../../wire/ipv4.ts";
import { ipv6Offsets } from "../../wire/ipv6.ts";
import type { IpAddress } from "../../wire/prefix.ts";

/** 4, 6, or null for what is no IP packet (the first four bits, RFC 791 §3.1, RFC 8200 §3). */
export function versionOf(packet: Uint8Array): 4 | 6 | null {
  const version = (packet[0] ?? 0) >>> 4;
  return version === 4 || version === 6 ? version : null;
}

/** The source of a packet whose header is there; null for what is no IP packet. */
export const sourceOf = (packet: Uint8Array): IpAddress | null =>
  addressAt(packet, ipv4Offsets.source, ipv6Offsets.source);

/** The destination of a packet whose header is there; null for what is no IP packet. */
export const destinationOf = (packet: Uint8Array): IpAddress | null =>
  addressAt(packet, ipv4Offsets.destination, ipv6Offsets.destination);

function addressAt(packet: Uint8Array, four: number, six: number): IpAddress | null {
  switch (versionOf(packet)) {
    case 4:
      return { version: 4, value: BigInt(readU32(packet, four)) };
    case 6:
      return { version: 6, value: ipv6AddressFromBytes(packet, six) };
    case null:
      return null;
  }
}
