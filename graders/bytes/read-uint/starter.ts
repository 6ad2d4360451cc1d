/**
 * Lit l'entier sans signe de `size` octets (1, 2 ou 4) qui commence à `offset`,
 * octet de poids fort d'abord.
 * Lève une RangeError s'il ne tient pas dans `bytes`.
 */
export function readUint(
  bytes: Bytes,
  offset: number,
  size: 1 | 2 | 4,
): number {
  // À vous : un entier de 1 octet est l'octet lui-même. Et les autres ?
  return bytes[offset];
}
