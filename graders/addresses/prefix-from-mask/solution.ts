export function prefixFromMask(mask: Ip): number | null {
  const address = parseIp(mask);
  if (address === null) return null;
  const bits = address.toString(2).padStart(32, "0");
  const found = /^(1*)0*$/.exec(bits); // des 1 à gauche, des 0 à droite, rien d'autre
  return found === null ? null : found[1].length;
}

// La fonction de l'exercice 05.1.
function parseIp(text: string): number | null {
  const parts = text.split(".");
  if (parts.length !== 4) return null;
  let address = 0;
  for (const part of parts) {
    if (!/^(0|[1-9][0-9]{0,2})$/.test(part)) return null;
    const octet = Number(part);
    if (octet > 255) return null;
    address = address * 256 + octet;
  }
  return address;
}
