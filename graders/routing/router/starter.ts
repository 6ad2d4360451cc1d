/**
 * Décide de ce que devient un paquet arrivé par `inIface`.
 */
export function route(
  router: Router,
  inIface: string,
  packet: Bytes,
): RouterAction {
  // À vous. Commencez par un paquet qui va vers un réseau de l'une des
  // interfaces ; les étapes du verdict disent ce qui marche déjà.
  return { kind: "drop", reason: "not-written" };
}
