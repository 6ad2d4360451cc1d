export function ipChecksum(header: Bytes): number {
  let sum = 0;
  for (let i = 0; i < header.length; i += 2) {
    sum += header[i] * 256 + header[i + 1];
  }
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >>> 16);
  return sum;
}
