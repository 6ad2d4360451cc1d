/**
 * Cherche dans une table de routage la ligne à suivre pour une destination.
 * Rend cette ligne, ou null si aucune ne convient.
 */
export function lookup(table: Route[], dst: Ip): Route | null {
  // À vous : plusieurs lignes peuvent convenir, une seule est la bonne.
  for (const route of table) {
    if (route.dest === `${dst}/32`) return route;
  }
  return null;
}
