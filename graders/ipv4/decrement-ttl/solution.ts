type Decision = { action: "forward"; packet: Bytes } | { action: "drop" };

export function decrementTtl(packet: Bytes): Decision {
  if (packet[8] <= 1) return { action: "drop" };

  const copy = packet.slice(); // le paquet reçu reste intact
  const view = new DataView(copy.buffer);
  const before = view.getUint16(8); // le mot « TTL, Protocol »
  copy[8] -= 1;
  const after = view.getUint16(8);

  // RFC 1624, équation 3 : HC' = ~(~HC + ~m + m'), où ~x = 0xffff - x
  const sum = 0xffff - view.getUint16(10) + (0xffff - before) + after;
  // La retenue revient à droite ; setUint16 n'écrit que les 16 bits de droite.
  view.setUint16(10, ~(sum + (sum >> 16)));
  return { action: "forward", packet: copy };
}
