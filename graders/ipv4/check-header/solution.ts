type Answer = "ok" | "too-short" | "checksum" | "version" | "ihl" | "total-length";

export function checkHeader(packet: Bytes): Answer {
  if (packet.length < 20) return "too-short";

  const ihl = packet[0] & 0x0f; // longueur de l'en-tête, en mots de 4 octets
  const headerBytes = ihl * 4;
  const ihlIsUsable = ihl >= 5 && headerBytes <= packet.length;

  // Sans IHL utilisable, on contrôle la partie fixe : 10 mots de 2 octets.
  if (!verifies(packet, ihlIsUsable ? ihl * 2 : 10)) return "checksum";
  if (packet[0] >> 4 !== 4) return "version";
  if (!ihlIsUsable) return "ihl";

  const totalLength = packet[2] * 256 + packet[3];
  if (totalLength < headerBytes || totalLength > packet.length) return "total-length";
  return "ok";
}

// Un en-tête juste, champ Header Checksum compris, a pour somme 0xffff.
function verifies(packet: Bytes, words: number): boolean {
  let sum = 0;
  for (let i = 0; i < words; i++) {
    sum += packet[i * 2] * 256 + packet[i * 2 + 1];
  }
  // Un seul repli suffit ici : la somme d'un en-tête juste est un multiple de 0xffff.
  return (sum & 0xffff) + (sum >> 16) === 0xffff;
}
