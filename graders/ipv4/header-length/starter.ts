/**
 * Lit le premier octet d'un en-tête IPv4 : version à gauche, IHL à droite.
 * Rend la version, la taille de l'en-tête et celle des options (en octets),
 * ou null si IHL < 5.
 */
export function headerLength(
  firstByte: number,
): { version: number; headerBytes: number; optionBytes: number } | null {
  // À vous : séparez les deux moitiés de l'octet.
  return { version: 0, headerBytes: firstByte, optionBytes: 0 };
}
