import { z } from "zod";
import { defineExercise } from "#course/exercise/exercise.ts";
import { built, type Draw } from "#course/generators/built.ts";
import {
  connectedRow,
  drawIfaces,
  neighbourOn,
  remotePrefixes,
  remoteRow,
  simplerHosts,
} from "#course/generators/host.ts";
import { withShrinks } from "#course/generators/with-shrinks.ts";
import { courseNetwork } from "#course/network/course-network.ts";
import { toAddress, toInterface, toRoute } from "#course/network/host.ts";
import { addressSchema, hostSchema, routeSchema } from "#course/network/schemas.ts";
import { nextHop } from "#net/stack/next-hop.ts";
import { routeFault } from "#net/stack/route-validity.ts";
import { containsAddress, formatIpAddress } from "#net/wire/prefix.ts";

type Args = [host: Host, route: Route, dst: Ip];

const shape = z.tuple([hostSchema, routeSchema, addressSchema]);

/** A row that the machine can have, and a destination in it; no interface is down. */
function accepts(args: readonly unknown[]): args is Args {
  const parsed = shape.safeParse(args);
  if (!parsed.success) return false;
  const [host, route, dst] = parsed.data;
  const interfaces = host.ifaces.map(toInterface);
  const fault = routeFault(interfaces, toRoute(route));
  return (
    host.ifaces.every(({ up }) => up) &&
    (fault === null || fault === "gateway-is-self") &&
    containsAddress(toRoute(route).destination, toAddress(dst))
  );
}

const row = (dest: Cidr, gateway: Ip | null, iface: string): Route => ({ dest, gateway, iface, metric: 0 });
const machine = (...ifaces: Iface[]): Host => ({ ifaces, routes: [], forwarding: false });
const port = (name: string, ip: Ip, prefix: number): Iface => ({ name, ip, prefix, up: true });

/** The router of the captured frames. */
const linux: Host = {
  ifaces: [port("e1", "10.41.1.254", 24), port("e2", "10.41.2.254", 24)],
  routes: [
    row("10.41.1.0/24", null, "e1"),
    row("10.41.2.0/24", null, "e2"),
    row("203.0.113.0/24", "10.41.2.1", "e2"),
    row("192.0.2.0/24", "10.41.1.2", "e1"),
  ],
  forwarding: true,
};
const captured = "Linux 6.18, trames capturées";

const { A, R1, R2 } = courseNetwork;
const two = machine(port("eth0", "192.168.100.10", 24), port("eth1", "192.168.101.10", 24));
const modem = machine(
  { name: "ppp0", ip: "192.168.100.10", prefix: 32, up: true, pointToPoint: true },
  port("eth0", "192.168.101.10", 24),
);

function drawCase(draw: Draw): Args {
  const ifaces = drawIfaces(draw);
  const outside = ifaces.filter(({ name }) => name !== "lo");
  const iface = outside[draw.below(outside.length)] ?? port("eth0", "192.168.100.10", 24);
  const host: Host = { ifaces, routes: [], forwarding: draw.chance(30) };
  if (draw.chance(45)) {
    const row = connectedRow(draw, iface);
    const elsewhere = outside[draw.below(outside.length)]?.ip ?? null;
    const gateway = draw.chance(15) ? elsewhere : row.gateway;
    return [host, { ...row, gateway }, neighbourOn(draw, iface)];
  }
  // A remote network, everything, or a single neighbour that another neighbour forwards to.
  const neighbour = neighbourOn(draw, iface);
  const dest = draw.oneOf(["0.0.0.0/0", `${neighbour}/32`, ...remotePrefixes]);
  const dst = dest === "0.0.0.0/0" ? "198.18.7.9" : (dest.split("/")[0] ?? neighbour);
  const route = remoteRow(draw, iface, dest);
  return [host, draw.chance(10) ? { ...route, gateway: null } : route, dst];
}

function* simpler([host, route, dst]: Args): Iterable<Args> {
  yield* simplerHosts<Args>([host, route, dst]);
  if (route.metric > 0) yield [host, { ...route, metric: 0 }, dst];
  if (route.dest !== "0.0.0.0/0") yield [host, { ...route, dest: "0.0.0.0/0" }, dst];
}

export default defineExercise<Args, { iface: string; resolve: Ip | null }>({
  number: "08.4",
  entry: "nextHop",
  level: 2,
  points: 4,
  prerequisites: ["08.3"],
  parameters: [
    { name: "host", shape: { kind: "value" } },
    { name: "route", shape: { kind: "value" } },
    { name: "dst", shape: { kind: "value" } },
  ],
  result: { kind: "value" },
  golden: [
    {
      name: "linux-gateway",
      args: [linux, row("203.0.113.0/24", "10.41.2.1", "e2"), "203.0.113.57"],
      expected: { iface: "e2", resolve: "10.41.2.1" },
      source: captured,
    },
    {
      name: "linux-connected",
      args: [linux, row("10.41.2.0/24", null, "e2"), "10.41.2.2"],
      expected: { iface: "e2", resolve: "10.41.2.2" },
      source: captured,
    },
    {
      name: "linux-same-link",
      args: [linux, row("192.0.2.0/24", "10.41.1.2", "e1"), "192.0.2.244"],
      expected: { iface: "e1", resolve: "10.41.1.2" },
      source: captured,
    },
  ],
  edges: [
    { name: "neighbour", args: [A, row("192.168.100.0/24", null, "eth0"), "192.168.100.20"] },
    { name: "own-address", args: [A, row("192.168.100.0/24", "192.168.100.10", "eth0"), "192.168.100.20"] },
    { name: "zero-gateway", args: [A, row("192.168.100.0/24", "0.0.0.0", "eth0"), "192.168.100.20"] },
    { name: "by-default", args: [A, row("0.0.0.0/0", "192.168.100.1", "eth0"), "192.168.150.10"] },
    { name: "to-c", args: [A, row("192.168.200.0/24", "192.168.100.2", "eth0"), "192.168.200.10"] },
    { name: "gateway-itself", args: [A, row("0.0.0.0/0", "192.168.100.1", "eth0"), "192.168.100.1"] },
    {
      name: "second-interface",
      args: [R1, row("192.168.200.0/24", "192.168.100.2", "if1"), "192.168.200.10"],
    },
    { name: "point-to-point-gateway", args: [R1, row("0.0.0.0/0", "192.168.50.2", "if2"), "192.168.150.10"] },
    { name: "point-to-point-bare", args: [R1, row("0.0.0.0/0", null, "if2"), "192.168.150.10"] },
    { name: "point-to-point-zero", args: [R1, row("0.0.0.0/0", "0.0.0.0", "if2"), "192.168.150.10"] },
    { name: "point-to-point-own", args: [R1, row("192.168.50.0/24", "192.168.50.1", "if2"), "192.168.50.2"] },
    {
      name: "ethernet-beside-point-to-point",
      args: [modem, row("0.0.0.0/0", "192.168.101.1", "eth0"), "8.8.8.8"],
    },
    { name: "thirty", args: [R2, row("203.0.113.0/30", null, "if3"), "203.0.113.1"] },
    {
      name: "thirty-one",
      args: [
        machine(port("eth0", "192.168.100.0", 31)),
        row("192.168.100.0/31", null, "eth0"),
        "192.168.100.1",
      ],
    },
    {
      name: "thirty-one-gateway",
      args: [
        machine(port("eth0", "192.168.100.0", 31)),
        row("0.0.0.0/0", "192.168.100.1", "eth0"),
        "8.8.8.8",
      ],
    },
    {
      name: "own-address-elsewhere",
      args: [two, row("192.168.101.0/24", "192.168.100.10", "eth1"), "192.168.101.20"],
    },
    {
      name: "neighbour-behind-neighbour",
      args: [A, row("192.168.100.77/32", "192.168.100.1", "eth0"), "192.168.100.77"],
    },
    { name: "interface-only", args: [A, row("192.168.200.0/24", null, "eth0"), "192.168.200.10"] },
  ],
  generators: {
    routes: withShrinks(
      built(drawCase).filter(accepts),
      (value): value is Args => Array.isArray(value) && accepts(value),
      simpler,
    ),
  },
  reference(host, route, dst) {
    const hop = nextHop(host.ifaces.map(toInterface), toRoute(route), toAddress(dst));
    return { iface: hop.interface, resolve: hop.resolve === null ? null : formatIpAddress(hop.resolve) };
  },
  accepts,
});
