/**
 * Dit dans quelle plage particulière se trouve une adresse IPv4, ou qu'elle est
 * globale.
 */
export function classifyIPv4(ip: Ip): Category {
  const [a] = ip.split(".").map(Number);
  // À vous : une première plage, et toutes les autres.
  if (a === 10) return "private";
  return "global";
}
