const mask = 0xffff_ffff_ffff_ffffn;
const rotate = (value: bigint, bits: bigint): bigint => ((value << bits) | (value >> (64n - bits))) & mask;

type State = [bigint, bigint, bigint, bigint];

/** SipRound (Aumasson and Bernstein, « SipHash: a fast short-input PRF », §2). */
function round([a, b, c, d]: State): State {
  a = (a + b) & mask;
  b = rotate(b, 13n) ^ a;
  a = rotate(a, 32n);
  c = (c + d) & mask;
  d = rotate(d, 16n) ^ c;
  a = (a + d) & mask;
  d = rotate(d, 21n) ^ a;
  c = (c + b) & mask;
  b = rotate(b, 17n) ^ c;
  c = rotate(c, 32n);
  return [a, b, c, d];
}

/**
 * SipHash-1-3 of one unsigned 32-bit number, taken as four bytes in little-endian order. Both halves of the key are
 * `key` (64 bits).
 *
 * @returns 64 bits.
 */
export function sipHash13(value: number, key: bigint): bigint {
  // The last block: the bytes that are left, and the length, 4, in the highest byte.
  const block = (4n << 56n) | BigInt(value);
  let state: State = [
    key ^ 0x736f6d6570736575n,
    key ^ 0x646f72616e646f6dn,
    key ^ 0x6c7967656e657261n,
    key ^ 0x7465646279746573n ^ block,
  ];
  state = round(state);
  state[0] ^= block;
  state[2] ^= 0xffn;
  state = round(round(round(state)));
  return state[0] ^ state[1] ^ state[2] ^ state[3];
}
