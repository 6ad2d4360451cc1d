export function classifyIPv4(ip: Ip): Category {
  const [a] = ip.split(".").map(Number);
  if (a < 224) return "global";
  return a < 240 ? "multicast" : "reserved";
}
