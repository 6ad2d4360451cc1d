/**
 * Écrit une adresse IPv6 (16 octets) dans la forme canonique du RFC 5952.
 */
export function formatIPv6(bytes: Bytes): string {
  // À vous : huit groupes, en hexadécimal ; puis les zéros de tête et « :: ».
  const firstGroup = bytes[0] * 256 + bytes[1];
  return firstGroup.toString(16);
}
