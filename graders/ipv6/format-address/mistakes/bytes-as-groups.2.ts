export function formatIPv6(bytes: Bytes): string {
  const groups: string[] = [];
  for (let i = 0; i < 16; i++) groups.push(bytes[i].toString(16).padStart(2, "0"));
  return groups.join(":");
}
