/**
 * Calcule la somme de contrôle d'un en-tête IPv4 (de 20 à 60 octets, options
 * comprises).
 * Rend l'entier de 16 bits à écrire dans le champ Header Checksum.
 */
export function ipChecksum(header: Bytes): number {
  // À vous : additionnez les mots de 16 bits de header.
  const firstWord = header[0] * 256 + header[1];
  return firstWord;
}
