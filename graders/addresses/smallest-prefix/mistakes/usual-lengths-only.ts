export function smallestPrefix(hosts: number, reserved: number): number | null {
  if (hosts < 0) return null;
  const needed = hosts + reserved;
  for (const prefix of [32, 24, 16, 8, 0]) {
    if (2 ** (32 - prefix) >= needed) return prefix;
  }
  return null;
}
