import { crc32 } from "#course/progress/checksum.ts";

/** The same names in an order that looks like none: always the same one, and never the given one. */
export function shuffled(ids: readonly string[], seed: string): readonly string[] {
  const mixed = ids.toSorted((a, b) => (crc32(seed + a) < crc32(seed + b) ? -1 : 1));
  return mixed.every((id, at) => id === ids[at]) ? [...mixed.slice(1), ...mixed.slice(0, 1)] : mixed;
}
