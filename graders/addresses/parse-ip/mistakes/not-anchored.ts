export function parseIp(text: string): number | null {
  const found = text.match(/(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})/);
  if (!found) return null;
  let address = 0;
  for (const part of found.slice(1)) {
    if (Number(part) > 255) return null;
    address = address * 256 + Number(part);
  }
  return address;
}
