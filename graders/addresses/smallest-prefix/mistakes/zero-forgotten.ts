export function smallestPrefix(hosts: number, reserved: number): number | null {
  if (hosts < 0) return null;
  const needed = hosts + reserved;
  if (needed > 2 ** 32) return null;
  return 32 - Math.ceil(Math.log2(needed));
}
