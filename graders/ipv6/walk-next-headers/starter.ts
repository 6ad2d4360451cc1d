type ChainLink = { protocol: number; offset: number; length: number };
type Walk = { chain: ChainLink[]; upper: number | null; upperOffset: number };

/**
 * Suit la chaîne des en-têtes d'extension d'un paquet IPv6, jusqu'au protocole
 * supérieur.
 * Rend une erreur si un en-tête dépasse du paquet.
 */
export function walkNextHeaders(packet: Bytes): Walk | Fail<"truncated"> {
  // À vous : le premier en-tête est à l'octet 40, l'octet 6 dit lequel c'est.
  return { chain: [], upper: packet[6], upperOffset: 40 };
}
