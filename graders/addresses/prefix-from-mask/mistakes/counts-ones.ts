export function prefixFromMask(mask: Ip): number | null {
  const address = parseIp(mask);
  if (address === null) return null;
  let ones = 0;
  for (let bit = 0; bit < 32; bit++) {
    if ((address >>> bit) & 1) ones++;
  }
  return ones;
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
