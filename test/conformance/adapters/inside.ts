import { isDeepStrictEqual } from "node:util";
import type { FuzzedParser } from "../../fuzz/parser.ts";

/** Where headers begin in a frame over Ethernet and IPv4; elsewhere the readers get their bytes at the wrong place. */
const starts = [0, 14, 34, 42] as const;

/**
 * The readers that throw on a frame, or whose result depends on what stands before and behind the frame in memory. Each
 * reads the frame from several places on.
 */
export function readersOutside(frame: Uint8Array, readers: readonly FuzzedParser[]): string[] {
  const [zeros, ones] = [0x00, 0xff].map((around) => {
    const memory = new Uint8Array(frame.length + 512).fill(around);
    memory.set(frame, 256);
    return memory.subarray(256, 256 + frame.length);
  });
  if (zeros === undefined || ones === undefined) return [];
  return readers
    .filter(({ parse }) => {
      try {
        return starts
          .filter((start) => start <= frame.length)
          .some((start) => !isDeepStrictEqual(parse(zeros.subarray(start)), parse(ones.subarray(start))));
      } catch {
        return true;
      }
    })
    .map(({ name }) => name);
}
