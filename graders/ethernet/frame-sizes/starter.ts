type Sizes = {
  segment: number;
  packet: number;
  padding: number;
  frame: number;
  wire: number;
};

/**
 * Calcule ce que chaque couche fait de `appBytes` octets d'application : cinq
 * tailles, en octets.
 * `tcpOptionBytes` peut manquer : il vaut alors 0.
 */
export function frameSizes(
  appBytes: number,
  proto: "tcp" | "udp",
  tcpOptionBytes = 0,
): Sizes {
  // À vous : chaque couche ajoute quelque chose à la précédente.
  const segment = appBytes;
  const packet = segment;
  const padding = 0;
  const frame = packet + padding;
  const wire = frame;
  return { segment, packet, padding, frame, wire };
}
