type Options = { maxTtl: number; probes: number; basePort: number };

/**
 * Découvre le chemin vers une destination : `probe` envoie une sonde UDP avec
 * ce TTL et ce port de destination, attend, et rend la réponse ICMP reçue, ou
 * null si rien n'est venu.
 */
export function traceroute(
  probe: (ttl: number, dstPort: number) => ProbeReply | null,
  opts: Options,
): { hops: Hop[]; reached: boolean } {
  // À vous. Voici déjà une sonde, avec un TTL de 1.
  const reply = probe(1, opts.basePort);
  return { hops: [{ ttl: 1, replies: [reply] }], reached: false };
}
