export function prefixFromMask(mask: Ip): number | null {
  const address = parseIp(mask);
  if (address === null) return null;
  for (let prefix = 0; prefix <= 32; prefix++) {
    if ((0xffffffff << (32 - prefix)) >>> 0 === address) return prefix;
  }
  return null;
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
