type Decision = { action: "forward"; packet: Bytes } | { action: "drop" };

export function decrementTtl(packet: Bytes): Decision {
  if (packet[8] <= 1) return { action: "drop" };
  packet[8] -= 1;
  const header = packet.subarray(0, (packet[0] & 15) * 4);
  const checksum = ipChecksum(header);
  packet[10] = checksum >> 8;
  packet[11] = checksum & 0xff;
  return { action: "forward", packet };
}

function ipChecksum(header: Bytes): number {
  let sum = 0;
  for (let i = 0; i < header.length; i += 2) {
    if (i !== 10) sum += header[i] * 256 + header[i + 1];
  }
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >> 16);
  return 0xffff - sum;
}
