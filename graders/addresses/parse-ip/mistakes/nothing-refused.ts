export function parseIp(text: string): number | null {
  let address = 0;
  for (const part of text.split(".")) address = address * 256 + Number(part);
  return address;
}
