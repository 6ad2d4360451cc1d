const table: [Cidr, Category][] = [
  ["255.255.255.255/32", "limited-broadcast"],
  ["0.0.0.0/8", "this-network"],
  ["10.0.0.0/8", "private"],
  ["172.16.0.0/12", "private"],
  ["192.168.0.0/16", "private"],
  ["100.64.0.0/10", "shared"],
  ["127.0.0.0/8", "loopback"],
  ["169.254.0.0/16", "link-local"],
  ["192.0.2.0/24", "documentation"],
  ["198.51.100.0/24", "documentation"],
  ["203.0.113.0/24", "documentation"],
  ["198.18.0.0/15", "benchmarking"],
  ["224.0.0.0/4", "multicast"],
  ["240.0.0.0/4", "reserved"],
];

export function classifyIPv4(ip: Ip): Category {
  const address = toNumber(ip);
  for (const [cidr, category] of table) {
    const [base, length] = cidr.split("/");
    const mask = (-1 << (32 - Number(length))) >>> 0;
    if ((address & mask) === toNumber(base)) return category;
  }
  return "global";
}

function toNumber(ip: Ip): number {
  return ip.split(".").reduce((value, part) => value * 256 + Number(part), 0);
}
