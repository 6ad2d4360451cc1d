type Decision = { action: "forward"; packet: Bytes } | { action: "drop" };

export function decrementTtl(packet: Bytes): Decision {
  if (packet[8] <= 1) return { action: "drop" };
  const copy = packet.slice();
  copy[8] -= 1;
  let checksum = copy[10] * 256 + copy[11] - 0x0100;
  if (checksum < 0) checksum += 0xffff;
  copy[10] = checksum >> 8;
  copy[11] = checksum & 0xff;
  return { action: "forward", packet: copy };
}
