/**
 * Unsigned integers in network byte order: most significant byte first (RFC 791 appendix B). Offsets count bytes.
 * Bytes beyond the end read as 0 and are not written: whoever calls has checked the length already.
 */
export const readU8 = (bytes: Uint8Array, offset: number): number => bytes[offset] ?? 0;

export const readU16 = (bytes: Uint8Array, offset: number): number =>
  (readU8(bytes, offset) << 8) | readU8(bytes, offset + 1);

export const readU24 = (bytes: Uint8Array, offset: number): number =>
  (readU8(bytes, offset) << 16) | readU16(bytes, offset + 1);

/** `>>> 0` because `<<` gives a signed number once the top bit is set. */
export const readU32 = (bytes: Uint8Array, offset: number): number =>
  ((readU16(bytes, offset) << 16) | readU16(bytes, offset + 2)) >>> 0;

/** The typed array itself keeps the low 8 bits of each value. */
export function writeU8(bytes: Uint8Array, offset: number, value: number): void {
  bytes[offset] = value;
}

export function writeU16(bytes: Uint8Array, offset: number, value: number): void {
  bytes[offset] = value >>> 8;
  bytes[offset + 1] = value;
}

export function writeU24(bytes: Uint8Array, offset: number, value: number): void {
  bytes[offset] = value >>> 16;
  writeU16(bytes, offset + 1, value);
}

export function writeU32(bytes: Uint8Array, offset: number, value: number): void {
  writeU16(bytes, offset, value >>> 16);
  writeU16(bytes, offset + 2, value);
}
