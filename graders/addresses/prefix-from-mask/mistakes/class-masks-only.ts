export function prefixFromMask(mask: Ip): number | null {
  switch (mask) {
    case "255.0.0.0":
      return 8;
    case "255.255.0.0":
      return 16;
    case "255.255.255.0":
      return 24;
    default:
      return null;
  }
}
