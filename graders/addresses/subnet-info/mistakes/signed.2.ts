export function subnetInfo(ip: Ip, prefix: number): SubnetInfo {
  const size = 2 ** (32 - prefix);
  const address = toNumber(ip);
  const network = address & -size;
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
    first: toText(network + 1),
    last: toText(last - 1),
    usable: size - 2,
  };
}

function toNumber(ip: Ip): number {
  return ip.split(".").reduce((sum, octet) => sum * 256 + Number(octet), 0);
}

function toText(address: number): Ip {
  return [2 ** 24, 2 ** 16, 2 ** 8, 1].map((weight) => Math.floor(address / weight) % 256).join(".");
}
