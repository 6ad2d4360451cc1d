type Answer = "ok" | "gateway-off-link" | "gateway-is-self" | "gateway-invalid" | "unknown-interface";

export function canAddRoute(host: Host, route: Route): Answer {
  const out = host.ifaces.find(({ name, up }) => name === route.iface && up);
  if (out === undefined) return "unknown-interface";
  const { gateway } = route;
  if (gateway === null || gateway === "0.0.0.0") return "ok";
  if (host.ifaces.some(({ ip }) => ip === gateway)) return "gateway-is-self";

  const first = Number(gateway.split(".")[0]);
  if (first === 0 || first === 127 || first >= 224) return "gateway-invalid";
  if (out.pointToPoint) return "ok";

  const size = 2 ** (32 - out.prefix);
  const place = toNumber(gateway) - Math.floor(toNumber(out.ip ?? "0.0.0.0") / size) * size;
  if (out.prefix < 31 && (place === 0 || place === size - 1)) return "gateway-invalid";
  const isDirect = host.routes.some(
    (row) => row.gateway === null && row.iface === route.iface && contains(row.dest, gateway),
  );
  return isDirect ? "ok" : "gateway-off-link";
}

function contains(dest: Cidr, address: Ip): boolean {
  const [network, length] = dest.split("/");
  const size = 2 ** (32 - Number(length));
  return Math.floor(toNumber(network) / size) === Math.floor(toNumber(address) / size);
}

function toNumber(ip: Ip): number {
  return ip
    .split(".")
    .map(Number)
    .reduce((sum, part) => sum * 256 + part);
}
