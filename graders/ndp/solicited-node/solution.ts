export function solicitedNode(ip: Bytes): { group: string; mac: Mac } {
  const [a, b, c] = ip.slice(13); // les 24 derniers bits de l'adresse
  const lastGroup = (b * 256 + c).toString(16); // sans zéros en tête (RFC 5952)
  return {
    group: `ff02::1:ff${hex(a)}:${lastGroup}`,
    mac: `33:33:ff:${hex(a)}:${hex(b)}:${hex(c)}`, // 33:33, puis les 32 derniers bits du groupe
  };
}

function hex(byte: number): string {
  return byte.toString(16).padStart(2, "0");
}
