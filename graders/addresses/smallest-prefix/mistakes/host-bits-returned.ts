export function smallestPrefix(hosts: number, reserved: number): number | null {
  if (hosts < 0) return null;
  const needed = hosts + reserved;
  let bits = 0;
  while (2 ** bits < needed) bits++;
  return bits > 32 ? null : bits;
}
