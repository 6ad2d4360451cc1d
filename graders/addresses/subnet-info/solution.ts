export function subnetInfo(ip: Ip, prefix: number): SubnetInfo {
  const size = 2 ** (32 - prefix); // combien d'adresses dans le sous-réseau
  const address = toNumber(ip);
  const network = address - (address % size); // les bits de machine à zéro
  const last = network + size - 1; // les bits de machine à un
  if (prefix >= 31) {
    // Ni adresse de réseau ni diffusion à mettre de côté.
    return {
      network: toText(network),
      broadcast: null,
      first: toText(network),
      last: toText(last),
      usable: size,
    };
  }
  return {
    network: toText(network),
    broadcast: toText(last),
    first: toText(network + 1),
    last: toText(last - 1),
    usable: size - 2,
  };
}

function toNumber(ip: Ip): number {
  const [a, b, c, d] = ip.split(".").map(Number);
  return ((a * 256 + b) * 256 + c) * 256 + d;
}

function toText(address: number): Ip {
  return [24, 16, 8, 0].map((shift) => (address >> shift) & 255).join(".");
}
