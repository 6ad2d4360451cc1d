export function prefixFromMask(mask: Ip): number | null {
  let ones = 0;
  for (const part of mask.split(".")) {
    ones += Number(part).toString(2).replaceAll("0", "").length;
  }
  return ones;
}
