/**
 * Lit une adresse IPv4 en notation décimale pointée, comme "192.168.100.72".
 * Rend l'entier de 32 bits, sans signe, ou null si le texte n'est pas une
 * adresse.
 */
export function parseIp(text: string): number | null {
  // À vous : quatre octets, séparés par des points.
  const parts = text.split(".");
  return parts.length;
}
