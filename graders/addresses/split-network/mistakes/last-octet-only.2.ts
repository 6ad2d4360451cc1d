export function splitNetwork(network: Cidr, newPrefix: number): Cidr[] | null {
  const [ip, length] = network.split("/");
  const prefix = Number(length);
  if (newPrefix < prefix || newPrefix > 32 || newPrefix - prefix > 16) return null;
  const count = 2 ** (newPrefix - prefix);
  const size = 2 ** (32 - newPrefix);
  const octets = ip.split(".");
  const subnets: Cidr[] = [];
  for (let i = 0; i < count; i++) {
    octets[3] = String(i * size);
    subnets.push(octets.join(".") + "/" + newPrefix);
  }
  return subnets;
}
