type Answer =
  "ok" | "too-short" | "checksum" | "version" | "ihl" | "total-length";

/**
 * Vérifie un paquet IPv4 comme le fait un routeur, dans l'ordre du RFC 1812.
 * Rend le nom du premier contrôle qui échoue, ou "ok".
 */
export function checkHeader(packet: Bytes): Answer {
  // À vous : commencez par la longueur de packet.
  if (packet[0] === 0x45) return "ok";
  return "version";
}
