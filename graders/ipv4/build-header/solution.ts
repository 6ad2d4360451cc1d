export function buildIPv4Header(h: IPv4Fields): Bytes {
  const { dscp = 0, ecn = 0, options = new Uint8Array(0) } = h;
  // En mots de 4 octets ; des zéros complètent le dernier mot d'options.
  const ihl = 5 + Math.ceil(options.length / 4);
  const headerBytes = ihl * 4;
  const header = new Uint8Array(headerBytes);

  header[0] = (4 << 4) | ihl;
  header[1] = (dscp << 2) | ecn;
  writeWord(header, 2, headerBytes + h.payload.length); // Total Length compte aussi l'en-tête
  writeWord(header, 4, h.identification);

  let word = h.fragmentOffset / 8; // le champ compte des unités de 8 octets
  if (h.df) word |= 0x4000;
  if (h.mf) word |= 0x2000;
  writeWord(header, 6, word);

  header[8] = h.ttl;
  header[9] = h.protocol;
  // Octets 10 et 11 : le champ de contrôle reste à zéro.
  header.set(h.src.split(".").map(Number), 12);
  header.set(h.dst.split(".").map(Number), 16);
  header.set(options, 20);
  return header;
}

/** Écrit un mot de 16 bits, octet de poids fort d'abord. */
function writeWord(bytes: Bytes, offset: number, value: number) {
  bytes[offset] = value >> 8;
  bytes[offset + 1] = value; // un Uint8Array ne garde que les 8 bits de droite
}
