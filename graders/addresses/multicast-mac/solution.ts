export function multicastMac(group: Ip): Mac | null {
  const [a, b, c, d] = group.split(".").map(Number);
  if (a < 224 || a > 239) return null;
  // 23 bits : le bit de gauche du deuxième octet est perdu.
  const end = [b & 0x7f, c, d].map((octet) => octet.toString(16).padStart(2, "0"));
  return "01:00:5e:" + end.join(":");
}
