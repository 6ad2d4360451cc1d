export function classifyIPv4(ip: Ip): Category {
  const [a, b, c, d] = ip.split(".").map(Number);
  if (a === 255 && b === 255 && c === 255 && d === 255) return "limited-broadcast";
  if (a === 0) return "this-network";
  if (a === 10) return "private";
  if (a === 172 && b >= 16 && b <= 32) return "private";
  if (a === 192 && b === 168) return "private";
  if (a === 100 && b >= 64 && b <= 127) return "shared";
  if (a === 127) return "loopback";
  if (a === 169 && b === 254) return "link-local";
  if (a === 192 && b === 0 && c === 2) return "documentation";
  if (a === 198 && b === 51 && c === 100) return "documentation";
  if (a === 203 && b === 0 && c === 113) return "documentation";
  if (a === 198 && (b === 18 || b === 19)) return "benchmarking";
  if (a >= 224 && a <= 239) return "multicast";
  if (a >= 240) return "reserved";
  return "global";
}
