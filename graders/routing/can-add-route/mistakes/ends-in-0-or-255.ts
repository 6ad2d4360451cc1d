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
  if (out.ip === null) return "gateway-off-link";

  const size = 2 ** (32 - out.prefix);
  const place = toNumber(gateway) - Math.floor(toNumber(out.ip) / size) * size;
  if (place < 0 || place >= size) return "gateway-off-link";
  const last = Number(gateway.split(".")[3]);
  return last === 0 || last === 255 ? "gateway-invalid" : "ok";
}

function toNumber(ip: Ip): number {
  return ip
    .split(".")
    .map(Number)
    .reduce((sum, part) => sum * 256 + part);
}
