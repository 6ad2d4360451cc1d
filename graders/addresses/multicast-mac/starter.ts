/**
 * Donne l'adresse MAC à laquelle Ethernet envoie un paquet pour ce groupe IPv4.
 * Rend null si l'adresse n'est pas celle d'un groupe.
 */
export function multicastMac(group: Ip): Mac | null {
  const octets = group.split(".").map(Number);
  // À vous : 01:00:5e, puis les 23 bits de droite de l'adresse.
  return octets[0] === 224 ? "01:00:5e:00:00:00" : null;
}
