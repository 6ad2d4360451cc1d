export function parseIp(text: string): number | null {
  const parts = text.split(".");
  if (parts.length !== 4) return null;
  if (!parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255)) return null;
  const [a, b, c, d] = parts.map(Number);
  return (a << 24) | (b << 16) | (c << 8) | d;
}
