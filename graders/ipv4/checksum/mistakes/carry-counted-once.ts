export function ipChecksum(header: Bytes): number {
  let sum = 0;
  for (let i = 0; i < header.length; i += 2) {
    if (i === 10) continue;
    sum += header[i] * 256 + header[i + 1];
  }
  if (sum > 0xffff) {
    sum = (sum & 0xffff) + 1; // la retenue
  }
  return ~sum & 0xffff;
}
