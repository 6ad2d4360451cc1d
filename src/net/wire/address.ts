import { readU32, writeU32 } from "../bytes/big-endian.ts";
import { fail, ok, valueOrNull, type Result } from "../bytes/result.ts";

/**
 * An IPv4 address is an unsigned 32-bit integer here (most significant byte = first number of the text), so that
 * masks are arithmetic and a Map can hold it.
 */
export type Ipv4Address = number;

/**
 * `number`: no decimal digits, or something besides them. `leading-zero`: `01`. `range`: above 255. `length`: not four
 * numbers. The offset counts characters: where the number stands at fault, or where the text should end or go on.
 */
export type Ipv4TextError = "number" | "leading-zero" | "range" | "length";

/**
 * Reads a dotted quad: four decimal numbers from 0 to 255, no sign, no space, no leading zero (RFC 6943 §3.1.1 tells
 * why looser forms are a danger).
 */
export function readIpv4Address(text: string): Result<Ipv4Address, Ipv4TextError> {
  let address = 0;
  let at = 0;
  for (const [i, part] of text.split(".").entries()) {
    if (i === 4) return fail("length", at - 1);
    if (!/^[0-9]+$/.test(part)) return fail("number", at);
    if (part.length > 1 && part.startsWith("0")) return fail("leading-zero", at);
    if (part.length > 3 || Number(part) > 255) return fail("range", at);
    address = address * 256 + Number(part);
    at += part.length + 1;
  }
  return text.split(".").length < 4 ? fail("length", text.length) : ok(address);
}

/** The same for those who need no reason: null for what is no dotted quad. */
export const parseIpv4Address = (text: string): Ipv4Address | null => valueOrNull(readIpv4Address(text));

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
