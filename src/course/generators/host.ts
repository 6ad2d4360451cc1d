import { formatIpv4Address, parseIpv4Address } from "../../net/wire/address.ts";
import type { Draw } from "./built.ts";
import { simplerLists } from "./lists.ts";
import { readdress, renumber } from "./renumber.ts";

/** Networks that do not overlap, of many sizes; a machine is built on a few of them. */
const links: readonly [Link, ...Link[]] = [
  { network: "192.168.100.0", length: 24, pointToPoint: false },
  { network: "10.1.0.0", length: 16, pointToPoint: false },
  { network: "10.0.2.0", length: 23, pointToPoint: false },
  { network: "192.0.2.64", length: 27, pointToPoint: false },
  { network: "203.0.113.0", length: 30, pointToPoint: false },
  { network: "198.51.100.6", length: 31, pointToPoint: false },
  { network: "172.16.0.0", length: 12, pointToPoint: false },
  { network: "192.168.50.0", length: 24, pointToPoint: true },
  { network: "100.64.0.2", length: 31, pointToPoint: true },
];

type Link = { readonly network: Ip; readonly length: number; readonly pointToPoint: boolean };

/** Destinations behind routers: none lies on one of the links. */
export const remotePrefixes: readonly [Cidr, ...Cidr[]] = [
  "192.168.200.0/24",
  "198.18.0.0/15",
  "10.200.0.0/16",
  "192.0.2.200/32",
  "203.0.113.128/25",
];

const number = (ip: Ip): number => parseIpv4Address(ip) ?? 0;

/** An address that a machine can have in the network of an interface, other than the interface's own. */
export function neighbourOn(draw: Draw, iface: Iface): Ip {
  const size = 2 ** (32 - iface.prefix);
  const own = number(iface.ip ?? "0.0.0.0");
  const network = Math.floor(own / size) * size;
  if (size <= 2) return formatIpv4Address(network + (own === network ? size - 1 : 0));
  const drawn = network + 1 + draw.below(size - 2);
  if (drawn !== own) return formatIpv4Address(drawn);
  return formatIpv4Address(own === network + 1 ? own + 1 : own - 1);
}

/** One to three interfaces, each on its own link; sometimes the loopback too. */
export function drawIfaces(draw: Draw): Iface[] {
  const left = [...links];
  const ifaces: Iface[] = [];
  const count = 1 + draw.below(3);
  for (let i = 0; i < count; i++) {
    const [link = links[0]] = left.splice(draw.below(left.length), 1);
    const { network, length: prefix, pointToPoint } = link;
    const ip = neighbourOn(draw, { name: "", ip: network, prefix, up: true });
    const name = `${pointToPoint ? "ppp" : "eth"}${i}`;
    ifaces.push({ name, ip, prefix, up: true, ...(pointToPoint ? { pointToPoint } : {}) });
  }
  const lo = { name: "lo", ip: "127.0.0.1", prefix: 8, up: true };
  return draw.chance(25) ? [lo, ...ifaces] : ifaces;
}

/** A row for an interface's own network, in one of the ways in which tables write it. */
export const connectedRow = (draw: Draw, { name, ip, prefix }: Iface): Route => {
  const size = 2 ** (32 - prefix);
  const network = formatIpv4Address(Math.floor(number(ip ?? "0.0.0.0") / size) * size);
  return {
    dest: `${network}/${prefix}`,
    gateway: draw.oneOf([null, null, "0.0.0.0", ip]),
    iface: name,
    metric: draw.oneOf([0, 100]),
  };
};

/** A row that sends to a neighbour, or into a point-to-point link without naming anybody. */
export function remoteRow(draw: Draw, iface: Iface, dest: Cidr): Route {
  const nobody = iface.pointToPoint === true && draw.chance(60);
  return {
    dest,
    gateway: nobody ? draw.oneOf([null, "0.0.0.0"]) : neighbourOn(draw, iface),
    iface: iface.name,
    metric: draw.oneOf([0, 100]),
  };
}

/** A machine with some of its connected rows, a few routes to elsewhere, and often a default. */
export function drawHost(draw: Draw): Host {
  const ifaces = drawIfaces(draw);
  const outside = ifaces.filter(({ name }) => name !== "lo");
  const anyIface = (): Iface => outside[draw.below(outside.length)] ?? fallback;
  const routes = outside.filter(() => draw.chance(50)).map((iface) => connectedRow(draw, iface));
  for (const dest of remotePrefixes) if (draw.chance(25)) routes.push(remoteRow(draw, anyIface(), dest));
  if (draw.chance(65)) routes.splice(draw.below(2), 0, remoteRow(draw, anyIface(), "0.0.0.0/0"));
  return { ifaces, routes, forwarding: draw.chance(30) };
}

/** Never met: a machine has an interface besides the loopback. */
const fallback: Iface = { name: "eth0", ip: "192.168.100.10", prefix: 24, up: true };

/** Arguments that begin with a machine. */
type WithHost = readonly [host: Host, ...rest: unknown[]];

/**
 * Simpler cases around one machine, boldest first: fewer routes and interfaces, plain flags, then its networks and its
 * addresses renumbered all through the case (192.168.100.0/24, .10 for itself).
 */
export function* simplerHosts<T extends WithHost>(args: T): Iterable<T> {
  const [host, ...rest] = args;
  const { ifaces, routes, forwarding } = host;
  // The first member is replaced by one of its own type.
  const withHost = (changes: Partial<Host>): T => [{ ...host, ...changes }, ...rest] as unknown as T;
  for (const fewer of simplerLists(routes)) yield withHost({ routes: fewer });
  for (const fewer of simplerLists(ifaces)) yield withHost({ ifaces: fewer });
  if (forwarding) yield withHost({ forwarding: false });
  for (const [i, route] of routes.entries()) {
    if (route.metric > 0) yield withHost({ routes: routes.with(i, { ...route, metric: 0 }) });
  }
  for (const [i, { pointToPoint: _, ...plain }] of ifaces.entries()) {
    if (_ === true) yield withHost({ ifaces: ifaces.with(i, plain) });
    if (!plain.up) yield withHost({ ifaces: ifaces.with(i, { ...plain, up: true }) });
  }
  for (const [i, iface] of ifaces.entries()) {
    if (iface.ip !== null && iface.name !== "lo") yield* plainer(args, iface, i, withHost);
  }
}

/** The i-th network is 192.168.(100 + i).0/24, the machine's own address in it .10. */
function* plainer<T extends WithHost>(
  args: T,
  iface: Iface,
  i: number,
  withHost: (changes: Partial<Host>) => T,
): Iterable<T> {
  const { ip, prefix } = iface;
  if (ip === null) return;
  const own = number(ip);
  const size = 2 ** (32 - prefix);
  const network = Math.floor(own / size) * size;
  const plain = number(`192.168.${100 + i}.0`);
  if (network !== Math.floor(plain / size) * size) yield renumber(args, own, plain, prefix);
  if (prefix < 24) yield withHost({ ifaces: args[0].ifaces.with(i, { ...iface, prefix: 24 }) });
  if (size > 16 && own !== network + 10) yield readdress(args, own, network + 10);
}
