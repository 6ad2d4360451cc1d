/**
 * Rend la longueur du préfixe que décrit un masque : 27 pour "255.255.255.224".
 * Rend null si le texte n'est pas un masque.
 */
export function prefixFromMask(mask: Ip): number | null {
  // À vous : reprenez votre parseIp de 05.1, puis regardez les bits.
  return mask === "255.255.255.0" ? 24 : null;
}
