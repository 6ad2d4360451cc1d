export function tracePath(net: Network, from: string, dst: Ip): PathResult {
  const hops: string[] = [];
  let here = from;
  for (;;) {
    const host = net[here];
    if (isFor(host, dst)) return { hops, outcome: "delivered" };
    if (here !== from && !host.forwarding) return { hops, outcome: "not-a-router" };
    const route = lookup(host, dst);
    if (route === null) return { hops, outcome: "no-route" };
    const next = receiver(net, here, route, dst);
    if (next === null) return { hops, outcome: "dead-gateway" };
    const seen = next === from || hops.includes(next);
    hops.push(next);
    if (seen) return { hops, outcome: "loop" };
    here = next;
  }
}

/** Le paquet est-il arrivé : pour cette machine, pour tous, ou pour un groupe ? */
function isFor(host: Host, dst: Ip): boolean {
  if (dst.startsWith("127.")) return true;
  return host.ifaces.some(({ ip }) => ip === dst);
}

/** La ligne la plus précise, réseaux des interfaces compris. */
function lookup(host: Host, dst: Ip): Route | null {
  const connected = host.ifaces.map(({ name, ip, prefix }): Route => ({
    dest: `${ip}/${prefix}`,
    gateway: null,
    iface: name,
    metric: 0,
  }));
  const candidates = [...connected, ...host.routes]
    .filter(({ dest }) => contains(dest, dst))
    .sort((a, b) => lengthOf(b) - lengthOf(a) || a.metric - b.metric);
  return candidates[0] ?? null;
}

/** La machine qui prend la trame, ou null si personne ne répond. */
function receiver(net: Network, here: string, { iface, gateway }: Route, dst: Ip): string | null {
  const { ifaces } = net[here];
  const others = Object.keys(net).filter((name) => name !== here);
  const out = ifaces.find(({ name }) => name === iface);
  if (out?.pointToPoint) {
    const link = `${out.ip}/${out.prefix}`;
    return others.find((name) => net[name].ifaces.some(({ ip }) => contains(link, `${ip}`))) ?? null;
  }
  const direct = gateway === null || gateway === "0.0.0.0" || ifaces.some(({ ip }) => ip === gateway);
  const asked = direct ? dst : gateway;
  return others.find((name) => net[name].ifaces.some(({ ip }) => ip === asked)) ?? null;
}

function lengthOf({ dest }: Route): number {
  return Number(dest.split("/")[1]);
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
