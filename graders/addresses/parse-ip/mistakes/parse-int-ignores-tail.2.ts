export function parseIp(text: string): number | null {
  const parts = text.split(".");
  if (parts.length !== 4) return null;
  let address = 0;
  for (const part of parts) {
    if (part.length > 1 && part.startsWith("0")) return null;
    const octet = parseInt(part);
    if (isNaN(octet) || octet < 0 || octet > 255) return null;
    address = address * 256 + octet;
  }
  return address;
}
