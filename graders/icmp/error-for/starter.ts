/**
 * Écrit le message ICMP qui annonce à l'émetteur de `packet` pourquoi son
 * paquet est jeté, ou rend null quand il est interdit d'en envoyer un.
 */
export function icmpErrorFor(
  packet: Bytes,
  cause: IcmpCause,
  ctx: { linkBroadcast: boolean },
): Bytes | null {
  // À vous : qui a droit à une erreur ? Puis 8 octets d'en-tête ICMP, et le
  // début du paquet en cause.
  return new Uint8Array(8);
}
