export function ipChecksum(header: Bytes): number {
  let sum = 0;
  for (let i = 0; i < header.length; i++) {
    if (i === 10 || i === 11) continue;
    sum += header[i];
  }
  while (sum > 0xff) sum = (sum & 0xff) + (sum >> 8);
  return ~sum & 0xff;
}
