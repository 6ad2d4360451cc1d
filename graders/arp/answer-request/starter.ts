/**
 * Répond à une requête ARP qui me concerne.
 * Rend la trame de la réponse (60 octets), ou null s'il n'y a rien à répondre.
 */
export function arpReply(frame: Bytes, me: { ip: Ip; mac: Mac }): Bytes | null {
  // À vous : le message ARP commence à l'octet 14 de la trame.
  const operation = frame[20] * 256 + frame[21];
  return operation === 1 ? frame.slice() : null;
}
