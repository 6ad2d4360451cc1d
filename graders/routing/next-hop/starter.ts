/**
 * La ligne route de la table a été choisie pour la destination dst.
 * Rend l'interface de sortie, et l'adresse IP dont il faut l'adresse MAC (null
 * s'il n'en faut pas).
 */
export function nextHop(
  host: Host,
  route: Route,
  dst: Ip,
): { iface: string; resolve: Ip | null } {
  // À vous : à qui la trame est-elle remise ?
  return { iface: route.iface, resolve: dst };
}
