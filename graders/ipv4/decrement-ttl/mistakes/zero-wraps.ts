type Decision = { action: "forward"; packet: Bytes } | { action: "drop" };

export function decrementTtl(packet: Bytes): Decision {
  const copy = packet.slice();
  copy[8] -= 1;
  if (copy[8] === 0) return { action: "drop" };
  const header = copy.subarray(0, (copy[0] & 15) * 4);
  const checksum = ipChecksum(header);
  copy[10] = checksum >> 8;
  copy[11] = checksum & 0xff;
  return { action: "forward", packet: copy };
}

function ipChecksum(header: Bytes): number {
  let sum = 0;
  for (let i = 0; i < header.length; i += 2) {
    if (i !== 10) sum += header[i] * 256 + header[i + 1];
  }
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >> 16);
  return 0xffff - sum;
}
