/**
 * Répond à une demande d'écho ICMP (ping), ou rend null s'il ne faut pas
 * répondre.
 */
export function icmpEchoReply(message: Bytes): Bytes | null {
  // À vous : Type est l'octet 0, Code l'octet 1, Checksum les octets 2 et 3.
  return null;
}
