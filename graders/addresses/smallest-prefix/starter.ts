/**
 * Rend la longueur du plus petit sous-réseau qui contient hosts machines
 * et reserved adresses réservées, ou null si aucun ne suffit.
 */
export function smallestPrefix(hosts: number, reserved: number): number | null {
  // À vous : combien d'adresses faut-il en tout ?
  return hosts + reserved <= 256 ? 24 : 16;
}
