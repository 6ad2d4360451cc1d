export function splitNetwork(network: Cidr, newPrefix: number): Cidr[] | null {
  const [ip, length] = network.split("/");
  const prefix = Number(length);
  if (newPrefix < prefix || newPrefix > 32) return null;
  const newBits = newPrefix - prefix; // les bits pris à la partie machine
  if (newBits > 16) return null;

  const count = 2 ** newBits;
  const size = 2 ** (32 - newPrefix);
  const address = toNumber(ip);
  const first = address - (address % (count * size)); // le réseau de départ, sans bits de machine
  const subnets: Cidr[] = [];
  for (let i = 0; i < count; i++) subnets.push(toText(first + i * size) + "/" + newPrefix);
  return subnets;
}

function toNumber(ip: Ip): number {
  const [a, b, c, d] = ip.split(".").map(Number);
  return ((a * 256 + b) * 256 + c) * 256 + d;
}

function toText(address: number): Ip {
  return [24, 16, 8, 0].map((shift) => (address >> shift) & 255).join(".");
}
