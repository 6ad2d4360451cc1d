export function ipChecksum(header: Bytes): number {
  let sum = 0;
  for (let i = 0; i < header.length; i += 2) {
    if (i !== 10) sum += header[i] * 256 + header[i + 1];
  }
  return ~sum & 0xffff;
}
