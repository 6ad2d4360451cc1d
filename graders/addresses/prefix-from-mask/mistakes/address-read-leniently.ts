export function prefixFromMask(mask: Ip): number | null {
  const bits = mask
    .split(".")
    .map((part) => Number(part).toString(2).padStart(8, "0"))
    .join("");
  const found = /^(1*)0*$/.exec(bits);
  return found === null ? null : found[1].length;
}
