type Kind =
  "local" | "broadcast" | "multicast" | "direct" | "via" | "unreachable";

/**
 * Dit ce que devient un paquet que la machine envoie à dst :
 * la façon dont il est remis (kind) et l'interface par laquelle il passe (dev).
 */
export function deliver(
  host: Host,
  dst: Ip,
): { kind: Kind; dev: string | null } {
  // À vous : à qui cette adresse appartient-elle ?
  if (dst === "127.0.0.1") return { kind: "local", dev: "lo" };
  return { kind: "unreachable", dev: null };
}
