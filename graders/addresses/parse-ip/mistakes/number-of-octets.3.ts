export function parseIp(text: string): number | null {
  const parts = text.split(".");
  if (parts.length > 4) return null;
  let address = 0;
  for (const part of parts) {
    if (!/^(0|[1-9][0-9]{0,2})$/.test(part)) return null;
    if (Number(part) > 255) return null;
    address = address * 256 + Number(part);
  }
  return address;
}
