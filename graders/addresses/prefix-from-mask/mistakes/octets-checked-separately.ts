export function prefixFromMask(mask: Ip): number | null {
  const address = parseIp(mask);
  if (address === null) return null;
  let prefix = 0;
  for (const part of mask.split(".")) {
    const ones = [0, 128, 192, 224, 240, 248, 252, 254, 255].indexOf(Number(part));
    if (ones === -1) return null;
    prefix += ones;
  }
  return prefix;
}

function parseIp(text: string): number | null {
  const parts = text.split(".");
  if (parts.length !== 4) return null;
  let address = 0;
  for (const part of parts) {
    if (!/^(0|[1-9][0-9]{0,2})$/.test(part) || Number(part) > 255) return null;
    address = address * 256 + Number(part);
  }
  return address;
}
