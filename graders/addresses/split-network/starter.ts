/**
 * Découpe un réseau en sous-réseaux de longueur newPrefix, dans l'ordre des
 * adresses.
 * Rend null si la découpe n'a pas de sens.
 */
export function splitNetwork(network: Cidr, newPrefix: number): Cidr[] | null {
  // À vous : combien de sous-réseaux, et de quelle taille ?
  const [ip] = network.split("/");
  return [`${ip}/${newPrefix}`];
}
