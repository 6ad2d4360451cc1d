export function parseIp(text: string): number | null {
  const parts = text.split(".");
  if (parts.length !== 4) return null;
  let address = 0;
  for (const part of parts) {
    if (part.length > 1 && part.startsWith("0")) return null;
    if (/[^0-9]/.test(part) || Number(part) > 255) return null;
    address = address * 256 + Number(part); // Number("") vaut 0
  }
  return address;
}
