export function ipChecksum(header: Bytes): number {
  let sum = 0;
  for (let i = 0; i < header.length; i++) {
    if (i === 10 || i === 11) continue;
    sum += header[i];
  }
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >> 16);
  return ~sum & 0xffff;
}
