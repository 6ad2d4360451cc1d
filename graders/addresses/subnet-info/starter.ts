/**
 * Décrit le sous-réseau d'une adresse : réseau, diffusion, première et dernière
 * adresse de machine, nombre d'adresses de machine.
 */
export function subnetInfo(ip: Ip, prefix: number): SubnetInfo {
  // À vous : combien d'adresses un préfixe de cette longueur contient-il ?
  return { network: ip, broadcast: null, first: ip, last: ip, usable: prefix };
}
