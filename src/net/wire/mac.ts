import { readU16, readU32, writeU16, writeU32 } from "../bytes/big-endian.ts";
import { fail, ok, valueOrNull, type Result } from "../bytes/result.ts";

/** A MAC address is an unsigned 48-bit integer here, first byte of the wire on top (IEEE 802-2014 §8.2). */
export type Mac = number;

export const broadcastMac: Mac = 0xffff_ffff_ffff;

/** `byte`: not two hexadecimal digits. `length`: not six bytes. The offset counts characters. */
export type MacTextError = "byte" | "length";

/** Six bytes of two hexadecimal digits between colons, either case: `0a:22:33:44:55:66`. */
export function readMac(text: string): Result<Mac, MacTextError> {
  let mac = 0;
  for (const [i, part] of text.split(":").entries()) {
    if (i === 6) return fail("length", 3 * i - 1);
    if (!/^[0-9a-fA-F]{2}$/.test(part)) return fail("byte", 3 * i);
    mac = mac * 256 + Number.parseInt(part, 16);
  }
  return text.length < 17 ? fail("length", text.length) : ok(mac);
}

/** The same for those who need no reason: null for what is no MAC address. */
export const parseMac = (text: string): Mac | null => valueOrNull(readMac(text));

/** Lower case, between colons. */
export const formatMac = (mac: Mac): string =>
  mac
    .toString(16)
    .padStart(12, "0")
    .replace(/..(?=.)/g, "$&:");

/** The address that stands at `offset`. */
export const macFromBytes = (bytes: Uint8Array, offset = 0): Mac =>
  readU16(bytes, offset) * 2 ** 32 + readU32(bytes, offset + 2);

/** Writes six bytes at `offset`. */
export function writeMac(bytes: Uint8Array, offset: number, mac: Mac): void {
  writeU16(bytes, offset, Math.floor(mac / 2 ** 32));
  writeU32(bytes, offset + 2, mac % 2 ** 32);
}

/** The I/G bit, the lowest of the first byte: set for groups, broadcast included; never in a source address. */
export const isGroupMac = (mac: Mac): boolean => Math.floor(mac / 2 ** 40) % 2 === 1;

/** The U/L bit, next to it: set when the address was chosen locally. */
export const isLocalMac = (mac: Mac): boolean => Math.floor(mac / 2 ** 41) % 2 === 1;
