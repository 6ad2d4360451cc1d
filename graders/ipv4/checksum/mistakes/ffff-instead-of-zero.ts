export function ipChecksum(header: Bytes): number {
  let sum = 0;
  for (let i = 0; i < header.length; i += 2) {
    if (i === 10) continue;
    sum += header[i] * 256 + header[i + 1];
  }
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >> 16);
  const checksum = ~sum & 0xffff;
  return checksum === 0 ? 0xffff : checksum; // 0 voudrait dire « pas de contrôle »
}
