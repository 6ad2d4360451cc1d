export function ipChecksum(header: Bytes): number {
  let sum = 0;
  for (let i = 0; i < header.length; i++) {
    sum += header[i];
  }
  return ~sum & 0xffff;
}
