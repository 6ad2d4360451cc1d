export function subnetInfo(ip: Ip, prefix: number): SubnetInfo {
  const size = 256 ** (4 - Math.floor(prefix / 8));
  const address = toNumber(ip);
  const network = address - (address % size);
  const last = network + size - 1;
  return {
    network: toText(network),
    broadcast: toText(last),
    first: toText(network + 1),
    last: toText(last - 1),
    usable: size - 2,
  };
}

function toNumber(ip: Ip): number {
  return ip.split(".").reduce((sum, octet) => sum * 256 + Number(octet), 0);
}

function toText(address: number): Ip {
  return [24, 16, 8, 0].map((shift) => (address >>> shift) & 255).join(".");
}
