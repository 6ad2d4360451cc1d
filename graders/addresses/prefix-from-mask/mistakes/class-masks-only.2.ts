export function prefixFromMask(mask: Ip): number | null {
  const masks = ["0.0.0.0", "255.0.0.0", "255.255.0.0", "255.255.255.0", "255.255.255.255"];
  const place = masks.indexOf(mask);
  return place === -1 ? null : place * 8;
}
