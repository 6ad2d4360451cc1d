export function ipChecksum(header: Bytes): number {
  const view = new DataView(header.buffer);
  let sum = 0;
  for (let i = 0; i < header.length; i += 2) {
    if (i !== 10) sum += view.getUint16(i);
  }
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >> 16);
  return ~sum & 0xffff;
}
