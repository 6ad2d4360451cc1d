export function parseIp(text: string): number | null {
  const parts = text.split(".");
  if (parts.length < 4) return null;
  let address = 0;
  for (let i = 0; i < 4; i++) {
    if (!/^(0|[1-9][0-9]{0,2})$/.test(parts[i])) return null;
    if (Number(parts[i]) > 255) return null;
    address = address * 256 + Number(parts[i]);
  }
  return address;
}
