import { readU32, writeU32 } from "../bytes/big-endian.ts";

/**
 * An IPv4 address is an unsigned 32-bit integer here (most significant byte = first number of the text), so that
 * masks are arithmetic and a Map can hold it.
 */
export type Ipv4Address = number;

/**
 * Reads a dotted quad: four decimal numbers from 0 to 255, no sign, no space, no leading zero (RFC 6943 §3.1.1 tells
 * why looser forms are a danger). Anything else gives null.
 */
export function parseIpv4Address(text: string): Ipv4Address | null {
  const parts = text.split(".");
  if (parts.length !== 4) return null;
  let address = 0;
  for (const part of parts) {
    if (!/^(0|[1-9][0-9]{0,2})$/.test(part) || Number(part) > 255) return null;
    address = address * 256 + Number(part);
  }
  return address;
}

/** Dotted quad: `192.168.100.72`. */
export const formatIpv4Address = (address: Ipv4Address): string =>
  [address >>> 24, (address >>> 16) & 0xff, (address >>> 8) & 0xff, address & 0xff].join(".");

/** The four bytes, in network byte order. */
export function ipv4AddressToBytes(address: Ipv4Address): Uint8Array {
  const bytes = new Uint8Array(4);
  writeU32(bytes, 0, address);
  return bytes;
}

/** The address that stands at `offset`. */
export const ipv4AddressFromBytes = (bytes: Uint8Array, offset = 0): Ipv4Address => readU32(bytes, offset);
