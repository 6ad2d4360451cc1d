export function smallestPrefix(hosts: number, reserved: number): number | null {
  if (hosts < 0) return null;
  const needed = hosts + reserved;
  let size = 1;
  while (size < needed) size *= 2;
  return size > 2 ** 32 ? null : size;
}
