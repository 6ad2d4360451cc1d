export function smallestPrefix(hosts: number, reserved: number): number | null {
  if (hosts < 0) return null;
  const needed = hosts + reserved;
  let prefix = 32;
  while (2 ** (32 - prefix) < needed) prefix--;
  return prefix;
}
