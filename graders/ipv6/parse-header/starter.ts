/**
 * Lit les champs de l'en-tête fixe d'un paquet IPv6 (40 octets).
 * Rend une erreur si les octets manquent ou si la version n'est pas 6.
 */
export function parseIPv6Header(
  bytes: Bytes,
): IPv6Header | Fail<"truncated" | "version"> {
  // À vous : deux contrôles, puis sept champs.
  return {
    trafficClass: 0,
    flowLabel: 0,
    payloadLength: 0,
    nextHeader: bytes[6],
    hopLimit: bytes[7],
    src: bytes.slice(8, 24),
    dst: bytes.slice(24, 40),
  };
}
