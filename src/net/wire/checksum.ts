import { readU16, readU8 } from "../bytes/big-endian.ts";

/**
 * The one's-complement sum of the 16-bit words of `bytes`: every carry out of bit 15 is added back at the right
 * (RFC 1071 §1). A last odd byte counts as the high half of a word whose low half is zero. `initial` is a sum
 * already at hand, such as that of a pseudo-header.
 */
export function onesComplementSum(bytes: Uint8Array, initial = 0): number {
  let sum = initial;
  for (let i = 0; i + 1 < bytes.length; i += 2) sum += readU16(bytes, i);
  if (bytes.length % 2 === 1) sum += readU8(bytes, bytes.length - 1) << 8;
  // A fold can itself carry: fold until nothing is left above bit 15.
  while (sum > 0xffff) sum = (sum % 0x10000) + Math.floor(sum / 0x10000);
  return sum;
}

/**
 * The Internet checksum of `bytes`, whose own checksum field must be zero: the complement of the sum, 16 bits
 * (RFC 1071 §1).
 */
export const internetChecksum = (bytes: Uint8Array, initial = 0): number =>
  ~onesComplementSum(bytes, initial) & 0xffff;

/** Whether a block with its checksum in place is intact: the sum over all of it is 0xffff (RFC 1071 §1). */
export const verifiesChecksum = (bytes: Uint8Array, initial = 0): boolean =>
  onesComplementSum(bytes, initial) === 0xffff;

/**
 * The checksum after one 16-bit word of the block went from `oldWord` to `newWord`, without a look at the rest:
 * HC' = ~(~HC + ~m + m'), RFC 1624 §3, equation 3.
 */
export function updateChecksum(checksum: number, oldWord: number, newWord: number): number {
  let sum = (~checksum & 0xffff) + (~oldWord & 0xffff) + newWord;
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >>> 16);
  return ~sum & 0xffff;
}
