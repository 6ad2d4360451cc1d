export function icmpEchoReply(message: Bytes): Bytes | null {
  if (message.length < 8 || message[0] !== 8 || message[1] !== 0) return null;
  // Sur un message intact, checksum compris, le complément de la somme est nul.
  if (checksum(message) !== 0) return null;

  const reply = message.slice(); // identifiant, numéro de séquence et données : tels quels
  const view = new DataView(reply.buffer);
  reply[0] = 0;
  view.setUint16(2, checksum(reply));
  return reply;
}

function checksum(bytes: Bytes): number {
  let sum = 0;
  for (let i = 0; i < bytes.length; i += 2) {
    // Un dernier octet seul est l'octet de gauche d'un mot complété par zéro.
    sum += bytes[i] * 256 + (bytes[i + 1] ?? 0);
  }
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >> 16);
  return 0xffff - sum;
}
