export function multicastMac(group: Ip): Mac | null {
  const [a, b, c, d] = group.split(".").map(Number);
  if (a < 224 || a > 239) return null;
  const hex = (octet: number) => octet.toString(16).padStart(2, "0");
  return `01:00:5e:${hex(d)}:${hex(c)}:${hex(b & 127)}`;
}
