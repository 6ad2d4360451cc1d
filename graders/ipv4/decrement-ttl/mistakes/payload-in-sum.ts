type Decision = { action: "forward"; packet: Bytes } | { action: "drop" };

export function decrementTtl(packet: Bytes): Decision {
  if (packet[8] <= 1) return { action: "drop" };
  const copy = packet.slice();
  copy[8] -= 1;
  const checksum = ipChecksum(copy);
  copy[10] = checksum >> 8;
  copy[11] = checksum & 0xff;
  return { action: "forward", packet: copy };
}

function ipChecksum(bytes: Bytes): number {
  let sum = 0;
  for (let i = 0; i < bytes.length; i += 2) {
    if (i !== 10) sum += bytes[i] * 256 + (bytes[i + 1] ?? 0);
  }
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >> 16);
  return 0xffff - sum;
}
