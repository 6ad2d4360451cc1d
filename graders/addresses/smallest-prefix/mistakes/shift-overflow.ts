export function smallestPrefix(hosts: number, reserved: number): number | null {
  if (hosts < 0) return null;
  const needed = hosts + reserved;
  for (let bits = 0; bits <= 32; bits++) {
    if (1 << bits >= needed) return 32 - bits;
  }
  return null;
}
