import type { Arbitrary } from "fast-check";
import { built, type Draw } from "./built.ts";
import { simplerLists } from "./lists.ts";
import { withShrinks } from "./with-shrinks.ts";

export type PathQuery = [net: Network, from: string, dst: Ip];

const row = (dest: Cidr, gateway: Ip | null, iface: string): Route => ({ dest, gateway, iface, metric: 0 });
const lanOf = (k: number): Cidr => `192.168.${k}.0/24`;

/**
 * A tree of one to four routers, each with a LAN of machines, and right tables; then nothing, one or two things go wrong.
 * `R2` has the LAN 192.168.2.0/24, `H2` and the workstation `W2` are on it.
 */
export function drawNetwork(draw: Draw): PathQuery {
  const routers = 1 + draw.below(4);
  const net: Network = {};
  const parents = [0, 0];
  for (let k = 1; k <= routers; k++) {
    net[`R${k}`] = { ifaces: [port("lan", `192.168.${k}.1`, 24)], routes: [], forwarding: true };
    for (const [name, host] of [
      [`H${k}`, 10],
      [`W${k}`, 20],
    ] as const) {
      if (!draw.chance(name.startsWith("H") ? 80 : 30)) continue;
      const ifaces = [port("eth0", `192.168.${k}.${host}`, 24)];
      net[name] = { ifaces, routes: [row("0.0.0.0/0", `192.168.${k}.1`, "eth0")], forwarding: false };
    }
  }
  for (let k = 2; k <= routers; k++) {
    parents[k] = 1 + draw.below(k - 1);
    connect(draw, net, parents, k);
  }
  for (const host of Object.values(net)) {
    if (draw.chance(50))
      for (const { name, ip, prefix } of host.ifaces) host.routes.push(row(`${ip}/${prefix}`, null, name));
  }
  for (let faults = draw.below(3); faults > 0; faults--) damage(draw, net, routers);
  const names = Object.keys(net);
  return [net, names[draw.below(names.length)] ?? "R1", drawDestination(draw, net, routers)];
}

const port = (name: string, ip: Ip, prefix: number): Iface => ({ name, ip, prefix, up: true });

/** Links a router to its parent, by its LAN, a small Ethernet or a point-to-point link, and fills both tables. */
function connect(draw: Draw, net: Network, parents: readonly number[], k: number): void {
  const parent = parents[k] ?? 1;
  const [child, above] = [net[`R${k}`], net[`R${parent}`]];
  if (child === undefined || above === undefined) return;
  const kind = draw.oneOf(["lan", "thirty", "thirty-one", "ppp", "ppp"] as const);
  const pointToPoint = kind === "ppp" ? { pointToPoint: true } : {};
  const prefix = kind === "thirty" ? 30 : kind === "thirty-one" ? 31 : 24;
  const shared = kind === "lan";
  const up = shared ? `192.168.${parent}.1` : `10.0.${k}.${kind === "thirty-one" ? 0 : 1}`;
  const down = shared ? `192.168.${parent}.${k}` : `10.0.${k}.${kind === "thirty-one" ? 1 : 2}`;
  child.ifaces.push({ ...port("up", down, prefix), ...pointToPoint });
  if (!shared) above.ifaces.push({ ...port(`down${k}`, up, prefix), ...pointToPoint });
  const bare = kind === "ppp" && draw.chance(50);
  child.routes.push(row("0.0.0.0/0", bare ? null : up, "up"));
  // Every router above learns the new LAN by its own child on the way.
  above.routes.push(row(lanOf(k), bare ? null : down, shared ? "lan" : `down${k}`));
  for (let at = parent; at > 1; at = parents[at] ?? 1) {
    const known = net[`R${parents[at] ?? 1}`]?.routes;
    const by = known?.find(({ dest }) => dest === lanOf(at));
    if (by !== undefined) known?.push({ ...by, dest: lanOf(k) });
  }
}

/** A row that is missing, a gateway that nobody is or that does not forward, a way round in a circle. */
function damage(draw: Draw, net: Network, routers: number): void {
  const hosts = Object.values(net);
  const host = hosts[draw.below(hosts.length)];
  if (host === undefined) return;
  const i = draw.below(Math.max(1, host.routes.length));
  const route = host.routes[i];
  const k = 1 + draw.below(routers);
  switch (draw.below(7)) {
    case 0:
      host.routes.splice(i, 1);
      return;
    case 1:
      if (route?.gateway?.startsWith("192.168.") === true)
        host.routes[i] = { ...route, gateway: route.gateway.replace(/\d+$/, "99") };
      return;
    case 2:
      if (route?.gateway?.startsWith("192.168.") === true)
        host.routes[i] = { ...route, gateway: route.gateway.replace(/\d+$/, "20") };
      return;
    case 3:
      host.forwarding = !host.forwarding;
      return;
    case 4: {
      // The router's own default and that of one below it point at each other.
      const below = host.routes.find(({ dest }) => /^192\.168\.\d+\.0\/24$/.test(dest));
      if (below !== undefined) host.routes.push({ ...below, dest: "0.0.0.0/0" });
      return;
    }
    case 5:
      // An exception for one machine, which leads elsewhere than its network.
      if (route !== undefined) host.routes.push({ ...route, dest: `192.168.${k}.10/32` });
      return;
    default:
      if (route !== undefined) host.routes[i] = { ...route, metric: 100 };
  }
}

function drawDestination(draw: Draw, net: Network, routers: number): Ip {
  const owned = Object.values(net).flatMap(({ ifaces }) =>
    ifaces.flatMap(({ ip }) => (ip === null ? [] : [ip])),
  );
  const lan = `192.168.${1 + draw.below(routers)}`;
  if (draw.chance(62)) return owned[draw.below(owned.length)] ?? `${lan}.10`;
  return draw.oneOf([
    `${lan}.10`,
    `${lan}.77`,
    `${lan}.255`,
    "198.51.100.80",
    "198.51.100.80",
    "255.255.255.255",
    "224.0.0.9",
    "127.0.0.1",
  ]);
}

/** Fewer machines, then fewer rows and interfaces in each, then plain metrics; the source and the destination stay. */
export function* simplerNetworks([net, from, dst]: PathQuery): Iterable<PathQuery> {
  const entries = Object.entries(net);
  for (const fewer of simplerLists(entries)) yield [Object.fromEntries(fewer), from, dst];
  for (const [name, host] of entries) {
    const withHost = (changes: Partial<Host>): PathQuery => [
      { ...net, [name]: { ...host, ...changes } },
      from,
      dst,
    ];
    for (const routes of simplerLists(host.routes, cheaper)) yield withHost({ routes });
    for (const ifaces of simplerLists(host.ifaces)) yield withHost({ ifaces });
  }
}

function* cheaper(route: Route): Iterable<Route> {
  if (route.metric > 0) yield { ...route, metric: 0 };
}

/**
 * Topologies: one to four routers in a tree, a LAN with machines on each, right tables or some with a fault; a machine
 * that sends, and a destination. Shrinks to the machines and rows that matter.
 *
 * @example
 * generators: { networks: pathQueries(accepts) }
 */
export const pathQueries = (accepts: (args: readonly unknown[]) => boolean): Arbitrary<PathQuery> =>
  withShrinks(
    built(drawNetwork).filter(accepts),
    (value): value is PathQuery => Array.isArray(value) && accepts(value),
    simplerNetworks,
  );
