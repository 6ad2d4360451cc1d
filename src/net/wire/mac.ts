import { readU16, readU32, writeU16, writeU32 } from "../bytes/big-endian.ts";

/** A MAC address is an unsigned 48-bit integer here, first byte of the wire on top (IEEE 802-2014 §8.2). */
export type Mac = number;

export const broadcastMac: Mac = 0xffff_ffff_ffff;

/** Six bytes of two hexadecimal digits between colons, either case: `0a:22:33:44:55:66`. Anything else gives null. */
export const parseMac = (text: string): Mac | null =>
  /^[0-9a-fA-F]{2}(:[0-9a-fA-F]{2}){5}$/.test(text) ? Number.parseInt(text.replaceAll(":", ""), 16) : null;

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
