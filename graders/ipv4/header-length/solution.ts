export function headerLength(
  firstByte: number,
): { version: number; headerBytes: number; optionBytes: number } | null {
  const version = firstByte >> 4; // les 4 bits de gauche
  const ihl = firstByte & 0x0f; // les 4 bits de droite, en mots de 4 octets
  if (ihl < 5) return null; // la partie fixe occupe déjà 5 mots
  const headerBytes = ihl * 4;
  return { version, headerBytes, optionBytes: headerBytes - 20 };
}
