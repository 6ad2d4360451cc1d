type Decision = { action: "forward"; packet: Bytes } | { action: "drop" };

/**
 * Fait vieillir d'un saut un paquet IPv4 que le routeur va réexpédier.
 * Rend le nouveau paquet, ou la décision de le jeter.
 */
export function decrementTtl(packet: Bytes): Decision {
  // À vous : TTL est l'octet 8, Header Checksum les octets 10 et 11.
  return { action: "forward", packet: packet.slice() };
}
