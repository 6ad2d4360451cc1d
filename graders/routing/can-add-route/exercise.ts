import { z } from "zod";
import { defineExercise } from "#course/exercise/exercise.ts";
import { built, type Draw } from "#course/generators/built.ts";
import { drawHost, neighbourOn, remotePrefixes, simplerHosts } from "#course/generators/host.ts";
import { withShrinks } from "#course/generators/with-shrinks.ts";
import { courseNetwork } from "#course/network/course-network.ts";
import { toAddress, toInterface, toRoute } from "#course/network/host.ts";
import { hostSchema, routeSchema } from "#course/network/schemas.ts";
import { isLimitedBroadcast, isReserved } from "#net/stack/address-role.ts";
import { connectedPrefixes, isDirectedBroadcast, isNetworkAddress } from "#net/stack/network-interface.ts";
import { routeFault, type RouteFault } from "#net/stack/route-validity.ts";
import { formatIpAddress, lastOf } from "#net/wire/prefix.ts";

type Args = [host: Host, route: Route];
type Answer = "ok" | RouteFault;

const shape = z.tuple([hostSchema, routeSchema]);

/** What the statement leaves open is no case: class E, edges of a point-to-point network, addresses that are down. */
function accepts(args: readonly unknown[]): args is Args {
  const parsed = shape.safeParse(args);
  if (!parsed.success) return false;
  const [host, { gateway, iface }] = parsed.data;
  if (gateway === null || gateway === "0.0.0.0") return true;
  const address = toAddress(gateway);
  const isDown = host.ifaces.some(({ ip, up }) => ip === gateway && !up);
  const out = host.ifaces.find(({ name }) => name === iface);
  const atEdge = (at: Iface): boolean =>
    isDirectedBroadcast(toInterface(at), address) || isNetworkAddress(toInterface(at), address);
  const openEdge = out?.pointToPoint === true && atEdge(out);
  return !isReserved(address) && !isLimitedBroadcast(address) && !isDown && !openEdge;
}

const row = (gateway: Ip | null, iface = "eth0"): Route => ({
  dest: "192.168.150.0/24",
  gateway,
  iface,
  metric: 0,
});
const port = (name: string, ip: Ip | null, prefix: number): Iface => ({ name, ip, prefix, up: true });
const machine = (...ifaces: Iface[]): Host => ({ ifaces, routes: [], forwarding: false });

const { A, R1 } = courseNetwork;
const linux = "Linux, iproute2 6.1";
const two = machine(port("eth0", "192.168.100.10", 24), port("eth1", "10.0.2.7", 23));
const wide = machine(port("eth0", "192.168.100.10", 16));
const small = machine(port("eth0", "192.168.100.66", 27));
const pair = machine(port("eth0", "192.168.100.0", 31));
const down: Host = {
  ...machine(port("eth0", "192.168.100.10", 24), { ...port("eth1", "192.168.101.10", 24), up: false }),
  routes: [{ ...row(null, "eth1"), dest: "192.168.101.0/24" }],
};
const modem = machine({ ...port("ppp0", "192.168.50.1", 32), pointToPoint: true });
const unnumbered = machine({ ...port("ppp0", null, 32), pointToPoint: true });

function drawCase(draw: Draw): Args {
  const host = drawHost(draw);
  const outside = host.ifaces.filter(({ name }) => name !== "lo");
  const pick = (): Iface => outside[draw.below(outside.length)] ?? port("eth0", "192.168.100.10", 24);
  const out = pick();
  const [prefix] = connectedPrefixes(toInterface(out));
  const first = prefix?.network ?? 0n;
  const last = prefix === undefined ? 0n : lastOf(prefix);
  const near = draw.oneOf([first, last, first - 1n, last + 1n]);
  const gateways: readonly [() => Ip | null, ...(() => Ip | null)[]] = [
    () => neighbourOn(draw, out),
    () => neighbourOn(draw, out),
    () => neighbourOn(draw, pick()),
    () => pick().ip,
    () => formatIpAddress({ version: 4, value: near }),
    () => draw.oneOf([null, "0.0.0.0"]),
    () => draw.oneOf(remotePrefixes).split("/")[0]?.replace(/\.0$/, ".1") ?? null,
    () => draw.oneOf(["127.0.0.1", "127.5.5.5", "224.0.0.5", "239.1.2.3", "0.0.0.1", "0.1.2.3"]),
  ];
  const gateway = draw.oneOf(gateways)();
  const name = draw.chance(8) ? "eth9" : out.name;
  const ifaces = host.ifaces.map((iface) => (draw.chance(8) ? { ...iface, up: false } : iface));
  return [
    { ...host, ifaces },
    { ...row(gateway, name), metric: draw.oneOf([0, 100]) },
  ];
}

function* simpler([host, route]: Args): Iterable<Args> {
  yield* simplerHosts<Args>([host, route]);
  if (route.metric > 0) yield [host, { ...route, metric: 0 }];
}

export default defineExercise<Args, Answer>({
  number: "08.5",
  entry: "canAddRoute",
  level: 2,
  points: 4,
  prerequisites: ["08.3", "08.4"],
  parameters: [
    { name: "host", shape: { kind: "value" } },
    { name: "route", shape: { kind: "value" } },
  ],
  result: { kind: "value" },
  golden: [
    { name: "course-question", args: [A, row("192.168.50.2")], expected: "gateway-off-link", source: linux },
    { name: "course-right", args: [A, row("192.168.100.1")], expected: "ok", source: linux },
    { name: "course-point-to-point", args: [R1, row("192.168.50.2", "if2")], expected: "ok", source: linux },
  ],
  edges: [
    { name: "no-gateway", args: [A, row(null)] },
    { name: "zero-gateway", args: [A, row("0.0.0.0")] },
    { name: "oneself", args: [A, row("192.168.100.10")] },
    { name: "oneself-elsewhere", args: [two, row("10.0.2.7")] },
    { name: "oneself-point-to-point", args: [modem, row("192.168.50.1", "ppp0")] },
    { name: "network-address", args: [A, row("192.168.100.0")] },
    { name: "broadcast", args: [A, row("192.168.100.255")] },
    { name: "first-host", args: [small, row("192.168.100.65")] },
    { name: "last-host", args: [small, row("192.168.100.94")] },
    { name: "broadcast-27", args: [small, row("192.168.100.95")] },
    { name: "network-27", args: [small, row("192.168.100.64")] },
    { name: "just-before", args: [small, row("192.168.100.63")] },
    { name: "just-after", args: [small, row("192.168.100.96")] },
    { name: "inside-23", args: [two, row("10.0.2.255", "eth1")] },
    { name: "second-half-of-23", args: [two, row("10.0.3.1", "eth1")] },
    { name: "wide", args: [wide, row("192.168.7.9")] },
    { name: "other-interface", args: [two, row("10.0.2.1", "eth0")] },
    { name: "pair-first", args: [machine(port("eth0", "192.168.100.1", 31)), row("192.168.100.0")] },
    { name: "pair-last", args: [pair, row("192.168.100.1")] },
    { name: "pair-outside", args: [pair, row("192.168.100.2")] },
    { name: "thirty-broadcast", args: [machine(port("eth0", "192.168.100.1", 30)), row("192.168.100.3")] },
    { name: "alone", args: [machine(port("eth0", "192.168.100.10", 32)), row("192.168.100.1")] },
    { name: "no-address", args: [machine(port("eth0", null, 24)), row("192.168.100.1")] },
    { name: "loopback", args: [A, row("127.0.0.1")] },
    { name: "this-network", args: [A, row("0.0.0.1")] },
    { name: "multicast", args: [A, row("224.0.0.5")] },
    { name: "multicast-high", args: [A, row("239.255.255.255")] },
    { name: "just-below-multicast", args: [A, row("223.255.255.254")] },
    { name: "multicast-point-to-point", args: [modem, row("224.0.0.5", "ppp0")] },
    { name: "unknown", args: [A, row("192.168.100.1", "eth9")] },
    { name: "unknown-without-gateway", args: [A, row(null, "eth9")] },
    { name: "unknown-and-self", args: [A, row("192.168.100.10", "eth9")] },
    { name: "down", args: [down, row("192.168.101.1", "eth1")] },
    { name: "down-without-gateway", args: [down, row(null, "eth1")] },
    { name: "down-beside", args: [down, row("192.168.100.1", "eth0")] },
    { name: "network-of-a-down-interface", args: [down, row("192.168.101.1", "eth0")] },
    { name: "far-end", args: [modem, row("203.0.113.1", "ppp0")] },
    { name: "unnumbered", args: [unnumbered, row("203.0.113.1", "ppp0")] },
    {
      name: "direct-row",
      args: [
        { ...A, routes: [...A.routes, { dest: "10.7.0.0/16", gateway: null, iface: "eth0", metric: 0 }] },
        row("10.7.0.1"),
      ],
    },
  ],
  generators: {
    rows: withShrinks(
      built(drawCase).filter(accepts),
      (value): value is Args => Array.isArray(value) && accepts(value),
      simpler,
    ),
  },
  reference: (host, route) => routeFault(host.ifaces.map(toInterface), toRoute(route)) ?? "ok",
  accepts,
});
