export function smallestPrefix(hosts: number, reserved: number): number | null {
  if (hosts < 0) return null;
  // Du plus petit sous-réseau au plus grand : le premier qui suffit est le bon.
  for (let prefix = 32; prefix >= 0; prefix--) {
    if (2 ** (32 - prefix) >= hosts + reserved) return prefix;
  }
  return null;
}
