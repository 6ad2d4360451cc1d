type Kind = "local" | "broadcast" | "multicast" | "direct" | "via" | "unreachable";

export function deliver(host: Host, dst: Ip): { kind: Kind; dev: string | null } {
  const isMine = (address: Ip | null): boolean => host.ifaces.some(({ ip }) => ip === address);
  if (isMine(dst) || dst.startsWith("127.")) return { kind: "local", dev: "lo" };

  const route = lookup(host.routes, dst);
  const outside = host.ifaces.find(({ name }) => name !== "lo");
  const toAll = route?.iface ?? outside?.name ?? null;
  if (dst === "255.255.255.255") return { kind: "broadcast", dev: toAll };
  if (Number(dst.split(".")[0]) >= 224) return { kind: "multicast", dev: toAll };

  const link = host.ifaces.find(({ ip, prefix }) => contains(`${ip}/${prefix}`, dst));
  if (link !== undefined) {
    const size = 2 ** (32 - link.prefix);
    const isLast = toNumber(dst) % size === size - 1;
    return { kind: isLast ? "broadcast" : "direct", dev: link.name };
  }

  if (route === null) return { kind: "unreachable", dev: null };
  const { gateway, iface } = route;
  const direct = gateway === null || gateway === "0.0.0.0" || isMine(gateway);
  return { kind: direct ? "direct" : "via", dev: iface };
}

function lookup(table: Route[], dst: Ip): Route | null {
  const candidates = table
    .filter(({ dest }) => contains(dest, dst))
    .sort((a, b) => lengthOf(b) - lengthOf(a) || a.metric - b.metric);
  return candidates[0] ?? null;
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
