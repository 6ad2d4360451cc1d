/**
 * Décompose un datagramme IPv4 : tous les champs de l'en-tête, les options, les
 * données.
 * Rend { error } si les octets ne forment pas un datagramme correct.
 */
export function parseIPv4Header(
  bytes: Bytes,
): IPv4Header | Fail<"truncated" | "version" | "ihl" | "total-length"> {
  // À vous : les quatre contrôles d'abord, dans l'ordre de l'énoncé, puis les
  // champs.
  const headerBytes = bytes.length;
  return {
    version: 4,
    ihl: 0,
    headerBytes,
    dscp: 0,
    ecn: 0,
    totalLength: 0,
    identification: 0,
    df: false,
    mf: false,
    fragmentOffset: 0,
    ttl: 0,
    protocol: 0,
    checksum: 0,
    src: "0.0.0.0",
    dst: "0.0.0.0",
    options: bytes.slice(0, 0),
    payload: bytes.slice(headerBytes),
    kind: "whole",
  };
}
