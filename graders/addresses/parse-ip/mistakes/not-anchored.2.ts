export function parseIp(text: string): number | null {
  const parts = text.split(".");
  if (parts.length !== 4) return null;
  let address = 0;
  for (const part of parts) {
    const digits = part.match(/\d+/);
    if (!digits || Number(digits[0]) > 255) return null;
    address = address * 256 + Number(digits[0]);
  }
  return address;
}
