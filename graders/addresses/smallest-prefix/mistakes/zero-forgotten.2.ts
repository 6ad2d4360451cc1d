export function smallestPrefix(hosts: number, reserved: number): number | null {
  if (hosts <= 0) return null;
  const needed = hosts + reserved;
  for (let prefix = 32; prefix >= 0; prefix--) {
    if (2 ** (32 - prefix) >= needed) return prefix;
  }
  return null;
}
