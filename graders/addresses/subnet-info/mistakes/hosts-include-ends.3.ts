export function subnetInfo(ip: Ip, prefix: number): SubnetInfo {
  const size = 2 ** (32 - prefix);
  const address = toNumber(ip);
  const network = address - (address % size);
  const last = network + size - 1;
  if (prefix >= 31) {
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
    first: toText(network),
    last: toText(last),
    usable: size - 2,
  };
}

function toNumber(ip: Ip): number {
  return ip.split(".").reduce((sum, octet) => sum * 256 + Number(octet), 0);
}

function toText(address: number): Ip {
  return [24, 16, 8, 0].map((shift) => (address >>> shift) & 255).join(".");
}
