export function smallestPrefix(hosts: number, reserved: number): number | null {
  if (hosts < 0) return null;
  const needed = hosts + reserved;
  if (needed > 2 ** 32) return null;
  if (needed <= 1) return 32;
  return 32 - Math.floor(Math.log2(needed));
}
