/**
 * Un voisin annonce ses distances. Rend la table de ce routeur après cette
 * annonce.
 */
export function ripUpdate(
  table: RipRoute[],
  neighbour: Ip,
  advert: { dest: Cidr; metric: number }[],
  now: number,
): RipRoute[] {
  // À vous : quand une annonce change-t-elle une ligne ?
  const result = [...table];
  for (const { dest, metric } of advert) {
    if (!result.some((route) => route.dest === dest)) {
      result.push({ dest, via: neighbour, metric, updatedAt: now });
    }
  }
  return result;
}
