export function ipChecksum(header: Bytes): number {
  let sum = 0;
  for (let i = 0; i < header.length; i += 2) {
    if (i === 10) continue; // le champ Header Checksum compte pour zéro
    sum += header[i] * 256 + header[i + 1];
  }
  // Tout ce qui dépasse 16 bits revient à droite, jusqu'à ce que rien ne dépasse.
  while (sum > 0xffff) {
    sum = (sum & 0xffff) + (sum >> 16);
  }
  return 0xffff - sum; // complément à un : chaque bit est inversé
}
