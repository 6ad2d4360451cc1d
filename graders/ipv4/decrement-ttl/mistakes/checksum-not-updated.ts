type Decision = { action: "forward"; packet: Bytes } | { action: "drop" };

export function decrementTtl(packet: Bytes): Decision {
  if (packet[8] <= 1) return { action: "drop" };
  const copy = packet.slice();
  copy[8] -= 1;
  return { action: "forward", packet: copy };
}
