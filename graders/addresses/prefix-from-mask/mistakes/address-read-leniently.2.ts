export function prefixFromMask(mask: Ip): number | null {
  const [a, b, c, d] = mask.split(".").map(Number);
  const address = ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
  const bits = address.toString(2).padStart(32, "0");
  const found = /^(1*)0*$/.exec(bits);
  return found === null ? null : found[1].length;
}
