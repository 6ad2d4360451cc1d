import { uniformInt } from "pure-rand/distribution/uniformInt";
import type { RandomGenerator } from "pure-rand/types/RandomGenerator";

/** Longest input, bytes. */
export const longestInput = 4096;

/** Values at which lengths, counts, pointers and signs turn. */
const edges = [0x00, 0x01, 0x02, 0x03, 0x04, 0x3f, 0x40, 0x7f, 0x80, 0xbf, 0xc0, 0xfe, 0xff];

/** The next input: every eighth is random bytes, the others are seeds with one to eight changes. */
export function nextInput(random: RandomGenerator, seeds: readonly Uint8Array[]): Uint8Array {
  const draw = (from: number, to: number): number => uniformInt(random, from, to);
  const noise = (length: number): number[] => Array.from({ length }, () => draw(0, 255));
  const one = (): Uint8Array => seeds[draw(0, Math.max(0, seeds.length - 1))] ?? new Uint8Array();
  if (draw(0, 7) === 0) return Uint8Array.from(noise(draw(0, draw(0, 3) === 0 ? 600 : 40)));
  let bytes = joined(one().subarray(0, longestInput), new Uint8Array());
  for (let changes = draw(1, 8); changes > 0; changes--) {
    const at = draw(0, Math.max(0, bytes.length - 1));
    const end = draw(at, Math.min(bytes.length, at + 64));
    switch (draw(0, 7)) {
      case 0:
      case 1:
        bytes[at] = (bytes[at] ?? 0) ^ (1 << draw(0, 7));
        break;
      case 2:
      case 3:
        bytes[at] = edges[draw(0, edges.length - 1)] ?? 0;
        break;
      case 4:
        bytes = bytes.slice(0, at);
        break;
      case 5:
        bytes = joined(bytes.subarray(0, at), bytes.subarray(end));
        break;
      case 6:
        bytes = joined(bytes.subarray(0, end), bytes.subarray(at));
        break;
      default:
        bytes = joined(bytes.subarray(0, at), one().subarray(draw(0, 40)));
    }
  }
  return bytes.slice(0, longestInput);
}

const joined = (head: Uint8Array, tail: Uint8Array) => {
  const bytes = new Uint8Array(head.length + tail.length);
  bytes.set(head);
  bytes.set(tail, head.length);
  return bytes;
};
