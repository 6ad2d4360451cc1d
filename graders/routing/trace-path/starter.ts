/**
 * Suit un paquet de machine en machine, de from jusqu'à dst.
 * Rend les machines où il arrive, dans l'ordre, et ce qu'il devient.
 */
export function tracePath(net: Network, from: string, dst: Ip): PathResult {
  // À vous : que fait chaque machine où le paquet arrive ?
  const hops: string[] = [];
  if (net[from].ifaces.some(({ ip }) => ip === dst))
    return { hops, outcome: "delivered" };
  return { hops, outcome: "no-route" };
}
