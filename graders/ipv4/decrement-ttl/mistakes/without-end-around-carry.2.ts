type Decision = { action: "forward"; packet: Bytes } | { action: "drop" };

export function decrementTtl(packet: Bytes): Decision {
  if (packet[8] <= 1) return { action: "drop" };
  const copy = packet.slice();
  const view = new DataView(copy.buffer);
  const before = view.getUint16(8);
  copy[8] -= 1;
  const after = view.getUint16(8);
  const sum = (~view.getUint16(10) & 0xffff) + (~before & 0xffff) + after;
  view.setUint16(10, ~sum);
  return { action: "forward", packet: copy };
}
