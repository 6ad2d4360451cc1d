export function formatIPv6(bytes: Bytes): string {
  const groups: string[] = [];
  for (let i = 0; i < 16; i += 2) {
    groups.push(((bytes[i] << 8) | bytes[i + 1]).toString(16));
  }
  return groups.map((group) => (group === "0" ? "" : group)).join(":");
}
