import { z } from "zod";
import { defineExercise } from "#course/exercise/exercise.ts";
import { built, type Draw } from "#course/generators/built.ts";
import { drawHost, neighbourOn, remotePrefixes, simplerHosts } from "#course/generators/host.ts";
import { withShrinks } from "#course/generators/with-shrinks.ts";
import { courseNetwork } from "#course/network/course-network.ts";
import { toAddress, toInterface, toNode, toPrefix, toRoute } from "#course/network/host.ts";
import { addressSchema, hostSchema } from "#course/network/schemas.ts";
import { isReserved, isUnspecified } from "#net/stack/address-role.ts";
import { deliveryOf, isLocal, type Delivery } from "#net/stack/delivery.ts";
import {
  connectedPrefixes,
  isDirectedBroadcast,
  isNetworkAddress,
  type NetworkInterface,
} from "#net/stack/network-interface.ts";
import { routeFault } from "#net/stack/route-validity.ts";
import { equalPrefixes, formatIpAddress, isSubnetOf, lastOf, overlaps } from "#net/wire/prefix.ts";

type Args = [host: Host, dst: Ip];
type Answer = { kind: Delivery["kind"]; dev: string | null };

const shape = z.tuple([hostSchema, addressSchema]);

/** Right tables, networks apart from each other, and a destination that means one thing. */
function accepts(args: readonly unknown[]): args is Args {
  const parsed = shape.safeParse(args);
  if (!parsed.success) return false;
  const [host, dst] = parsed.data;
  const interfaces = host.ifaces.map(toInterface);
  const address = toAddress(dst);
  const isEdge = (at: NetworkInterface): boolean =>
    isNetworkAddress(at, address) || (at.pointToPoint === true && isDirectedBroadcast(at, address));
  return (
    host.ifaces.every(({ name, up, ip }) => up && ip !== null && ip.startsWith("127.") === (name === "lo")) &&
    areApart(interfaces) &&
    host.routes.every((route) => isRight(interfaces, route)) &&
    !isReserved(address) &&
    !isUnspecified(address) &&
    (isLocal(interfaces, address) || !interfaces.some(isEdge))
  );
}

const areApart = (interfaces: readonly NetworkInterface[]): boolean =>
  interfaces.every((a, i) =>
    interfaces
      .slice(i + 1)
      .every((b) =>
        connectedPrefixes(a).every((prefix) =>
          connectedPrefixes(b).every((other) => !overlaps(prefix, other)),
        ),
      ),
  );

/** A row for a connected network is that network's own; any other one lies outside of them. */
function isRight(interfaces: readonly NetworkInterface[], route: Route): boolean {
  const fault = routeFault(interfaces, toRoute(route));
  if (fault !== null && fault !== "gateway-is-self") return false;
  const dest = toPrefix(route.dest);
  const direct = route.gateway === null || route.gateway === "0.0.0.0" || fault === "gateway-is-self";
  return interfaces.every(({ name, ...at }) =>
    connectedPrefixes({ name, ...at }).every(
      (own) => !isSubnetOf(dest, own) || (direct && name === route.iface && equalPrefixes(dest, own)),
    ),
  );
}

const row = (dest: Cidr, gateway: Ip | null, iface: string, metric = 0): Route => ({
  dest,
  gateway,
  iface,
  metric,
});
const port = (name: string, ip: Ip, prefix: number): Iface => ({ name, ip, prefix, up: true });
const machine = (ifaces: Iface[], ...routes: Route[]): Host => ({ ifaces, routes, forwarding: false });

const { A, R1 } = courseNetwork;
const lo = port("lo", "127.0.0.1", 8);
/** A with what Linux shows in `ip addr`. */
const withLo: Host = { ...A, ifaces: [lo, ...A.ifaces] };
const wide = machine([port("eth0", "192.168.100.10", 23)], row("0.0.0.0/0", "192.168.100.1", "eth0"));
const small = machine([port("eth0", "192.168.100.66", 27)], row("0.0.0.0/0", "192.168.100.65", "eth0"));
const pair = machine([port("eth0", "192.168.100.0", 31)], row("0.0.0.0/0", "192.168.100.1", "eth0"));
const two = machine(
  [port("eth0", "192.168.100.10", 24), port("eth1", "192.168.101.10", 24)],
  row("0.0.0.0/0", "192.168.101.1", "eth1"),
);
const offline = machine([port("eth0", "192.168.100.10", 24)]);
const linux = "Linux, `ip route get`";
const captured = "Linux 6.18, trames capturées";
const router = machine(
  [port("e1", "10.41.1.254", 24), port("e2", "10.41.2.254", 24)],
  row("203.0.113.0/24", "10.41.2.1", "e2"),
);

function drawCase(draw: Draw): Args {
  const host = drawHost(draw);
  const outside = host.ifaces.filter(({ name }) => name !== "lo");
  const pick = (): Iface => outside[draw.below(outside.length)] ?? port("eth0", "192.168.100.10", 24);
  const ends = (iface: Iface): Ip => {
    const [prefix] = connectedPrefixes(toInterface(iface));
    return formatIpAddress({ version: 4, value: prefix === undefined ? 0n : lastOf(prefix) });
  };
  const destinations: readonly [() => Ip, ...(() => Ip)[]] = [
    () => neighbourOn(draw, pick()),
    () => neighbourOn(draw, pick()).replace(/\d+$/, "255"),
    () => pick().ip ?? "127.0.0.1",
    () => ends(pick()),
    () => ends(pick()),
    () => "255.255.255.255",
    () => draw.oneOf(["224.0.0.1", "224.0.0.251", "239.255.0.1", "225.1.2.3"]),
    () => draw.oneOf(["127.0.0.1", "127.8.8.8", "127.255.255.255"]),
    () => draw.oneOf(remotePrefixes).split("/")[0]?.replace(/\.0$/, ".9") ?? "8.8.8.8",
    () => draw.oneOf(["8.8.8.8", "198.51.100.80", "223.255.255.255"]),
  ];
  return [host, draw.oneOf(destinations)()];
}

export default defineExercise<Args, Answer>({
  number: "08.6",
  entry: "deliver",
  level: 2,
  points: 6,
  prerequisites: ["08.3", "06.1"],
  parameters: [
    { name: "host", shape: { kind: "value" } },
    { name: "dst", shape: { kind: "value" } },
  ],
  result: { kind: "value" },
  golden: [
    {
      name: "linux-own-address",
      args: [withLo, "192.168.100.10"],
      expected: { kind: "local", dev: "lo" },
      source: linux,
    },
    {
      name: "linux-broadcast",
      args: [withLo, "192.168.100.255"],
      expected: { kind: "broadcast", dev: "eth0" },
      source: "Linux, `ip route show table local`",
    },
    {
      name: "linux-connected",
      args: [router, "10.41.2.2"],
      expected: { kind: "direct", dev: "e2" },
      source: captured,
    },
    {
      name: "linux-gateway",
      args: [router, "203.0.113.57"],
      expected: { kind: "via", dev: "e2" },
      source: captured,
    },
    {
      name: "linux-no-route",
      args: [router, "100.99.69.7"],
      expected: { kind: "unreachable", dev: null },
      source: captured,
    },
  ],
  edges: [
    { name: "own-second-address", args: [two, "192.168.101.10"] },
    { name: "own-point-to-point", args: [R1, "192.168.50.1"] },
    { name: "loopback", args: [withLo, "127.0.0.1"] },
    { name: "loopback-near", args: [withLo, "127.0.0.5"] },
    { name: "loopback-other", args: [withLo, "127.8.8.8"] },
    { name: "loopback-last", args: [withLo, "127.255.255.255"] },
    { name: "loopback-unlisted", args: [A, "127.8.8.8"] },
    { name: "limited-broadcast", args: [A, "255.255.255.255"] },
    { name: "limited-broadcast-by-default", args: [two, "255.255.255.255"] },
    { name: "limited-broadcast-no-route", args: [offline, "255.255.255.255"] },
    {
      name: "limited-broadcast-after-lo",
      args: [{ ...offline, ifaces: [lo, ...offline.ifaces] }, "255.255.255.255"],
    },
    { name: "limited-broadcast-lo-only", args: [machine([lo]), "255.255.255.255"] },
    { name: "broadcast-second-interface", args: [two, "192.168.101.255"] },
    { name: "broadcast-27", args: [small, "192.168.100.95"] },
    { name: "beside-27", args: [small, "192.168.100.255"] },
    { name: "inside-23", args: [wide, "192.168.100.255"] },
    { name: "broadcast-23", args: [wide, "192.168.101.255"] },
    { name: "broadcast-elsewhere", args: [A, "192.168.150.255"] },
    { name: "pair-own", args: [pair, "192.168.100.0"] },
    { name: "pair-other", args: [pair, "192.168.100.1"] },
    { name: "alone", args: [machine([port("eth0", "192.168.100.10", 32)]), "192.168.100.11"] },
    { name: "thirty-broadcast", args: [machine([port("eth0", "192.168.100.1", 30)]), "192.168.100.3"] },
    { name: "multicast", args: [A, "224.0.0.1"] },
    { name: "multicast-high", args: [A, "239.255.255.255"] },
    { name: "multicast-no-route", args: [offline, "224.0.0.251"] },
    {
      name: "multicast-by-a-row",
      args: [
        { ...two, routes: [row("224.0.0.0/4", null, "eth1"), row("0.0.0.0/0", "192.168.100.1", "eth0")] },
        "224.0.0.251",
      ],
    },
    { name: "just-below-multicast", args: [A, "223.255.255.255"] },
    { name: "neighbour", args: [A, "192.168.100.20"] },
    {
      name: "neighbour-own-gateway",
      args: [
        machine([port("eth0", "192.168.100.10", 24)], row("192.168.100.0/24", "192.168.100.10", "eth0")),
        "192.168.100.20",
      ],
    },
    { name: "neighbour-unlisted", args: [offline, "192.168.100.20"] },
    { name: "neighbour-second-interface", args: [two, "192.168.101.20"] },
    { name: "to-c", args: [A, "192.168.200.10"] },
    { name: "to-b", args: [A, "192.168.150.10"] },
    { name: "gateway-itself", args: [A, "192.168.100.1"] },
    { name: "far-end", args: [R1, "192.168.50.2"] },
    { name: "beyond-far-end", args: [R1, "192.168.150.10"] },
    { name: "no-default", args: [offline, "8.8.8.8"] },
    {
      name: "interface-only",
      args: [machine([port("eth0", "192.168.100.10", 24)], row("10.7.0.0/16", null, "eth0")), "10.7.0.9"],
    },
    {
      name: "interface-only-zero",
      args: [
        machine([port("eth0", "192.168.100.10", 24)], row("10.7.0.0/16", "0.0.0.0", "eth0")),
        "10.7.0.9",
      ],
    },
    {
      name: "interface-only-own",
      args: [
        machine(
          [port("eth0", "192.168.100.10", 24), port("eth1", "192.168.101.10", 24)],
          row("10.7.0.0/16", "192.168.100.10", "eth1"),
        ),
        "10.7.0.9",
      ],
    },
    {
      name: "two-defaults",
      args: [
        machine(
          [port("eth0", "192.168.100.10", 24), port("eth1", "192.168.101.10", 24)],
          row("0.0.0.0/0", "192.168.100.1", "eth0", 600),
          row("0.0.0.0/0", "192.168.101.1", "eth1", 100),
        ),
        "10.7.0.9",
      ],
    },
    {
      name: "two-defaults-cheap-first",
      args: [
        machine(
          [port("eth0", "192.168.100.10", 24), port("eth1", "192.168.101.10", 24)],
          row("0.0.0.0/0", "192.168.100.1", "eth0", 100),
          row("0.0.0.0/0", "192.168.101.1", "eth1", 600),
        ),
        "10.7.0.9",
      ],
    },
    {
      name: "longest",
      args: [
        machine(
          [port("eth0", "192.168.100.10", 24), port("eth1", "192.168.101.10", 24)],
          row("0.0.0.0/0", "192.168.100.1", "eth0"),
          row("10.7.0.0/16", "192.168.101.1", "eth1"),
        ),
        "10.7.0.9",
      ],
    },
  ],
  generators: {
    hosts: withShrinks(
      built(drawCase).filter(accepts),
      (value): value is Args => Array.isArray(value) && accepts(value),
      simplerHosts,
    ),
  },
  reference(host, dst) {
    const delivery = deliveryOf(toNode(host), toAddress(dst));
    if (delivery.kind === "local") return { kind: "local", dev: "lo" };
    if (delivery.kind === "unreachable") return { kind: "unreachable", dev: null };
    return { kind: delivery.kind, dev: delivery.interface };
  },
  accepts,
});
