export function subnetInfo(ip: Ip, prefix: number): SubnetInfo {
  const octets = ip.split(".");
  const start = octets.slice(0, 3).join(".") + ".";
  const size = 2 ** (32 - prefix);
  const block = Math.min(size, 256);
  const network = Number(octets[3]) - (Number(octets[3]) % block);
  const last = network + block - 1;
  if (prefix >= 31) {
    return {
      network: start + network,
      broadcast: null,
      first: start + network,
      last: start + last,
      usable: size,
    };
  }
  return {
    network: start + network,
    broadcast: start + last,
    first: start + (network + 1),
    last: start + (last - 1),
    usable: size - 2,
  };
}
