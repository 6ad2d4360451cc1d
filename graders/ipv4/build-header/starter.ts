/**
 * Construit l'en-tête IPv4 (sans les données) à partir de ses champs.
 * Le champ de contrôle reste à zéro : le chapitre 3 le calcule.
 */
export function buildIPv4Header(h: IPv4Fields): Bytes {
  const header = new Uint8Array(20);
  header[8] = h.ttl;
  // À vous : les autres champs, et la place des options.
  return header;
}
