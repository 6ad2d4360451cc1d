import { constant, constantFrom, integer, oneof, option } from "fast-check";
import { defineExercise } from "#course/exercise/exercise.ts";
import { ipv4Layout } from "#net/wire/ipv4-layout.ts";
import { inner, isCase, nested, r1, trafficOf, type Case } from "./exercise-cases.ts";
import { edges, type Edge } from "./exercise-edges.ts";
import { golden } from "./exercise-golden.ts";
import { routePacket } from "./exercise-reference.ts";
import { sameAction, sameWay } from "./exercise-same.ts";

const linuxNames = (...names: string[]): string[] => names.map((name) => `linux-${name}`);
const stage = (name: string, own: readonly Edge[], ...others: string[]) => ({
  name,
  points: 2,
  cases: [...own.map((one) => one.name), ...others],
});

const known = constantFrom("192.168.50.7", "192.168.100.10", "192.168.100.2", "192.168.50.2");
const far = constantFrom("192.168.200.10", "198.51.100.80", "8.8.8.8", "192.168.50.7");
const inNested = constantFrom(
  ...[
    "10.1.2.9",
    "10.1.2.200",
    "10.1.9.9",
    "203.0.113.7",
    "172.20.0.1",
    "10.0.1.70",
    "10.0.1.9",
    "10.0.0.9",
    "192.0.2.2",
  ],
);

/** RFC 1812 §5.2.1 to §5.3.1, in the order of the statement. */
export default defineExercise<Case, RouterAction>({
  number: "09.5",
  entry: "route",
  level: 5,
  points: 14,
  prerequisites: ["03.2", "03.3", "08.4", "08.6", "09.2", "11.1"],
  parameters: [
    { name: "router", shape: { kind: "value" } },
    { name: "inIface", shape: { kind: "value" } },
    { name: "packet", shape: { kind: "bytes", layout: ipv4Layout } },
  ],
  result: { kind: "value", layouts: { ".packet": ipv4Layout } },
  golden,
  edges: [
    ...edges.connected,
    ...edges.ttl,
    ...edges.routes,
    ...edges.neighbours,
    ...edges.errors,
    ...edges.mtu,
    ...edges.hostile,
  ],
  generators: {
    connected: trafficOf({ router: constant(r1), dst: known }),
    "any-ttl": trafficOf({ router: constant(r1), dst: known, ttl: integer({ min: 2, max: 255 }) }),
    routed: trafficOf({
      router: constant(nested),
      src: constantFrom("10.0.0.9", "10.1.2.9", "203.0.113.7"),
      dst: inNested,
    }),
    neighbours: trafficOf({
      router: constantFrom(r1, { ...r1, neighbours: {} }),
      dst: oneof(
        far,
        integer({ min: 2, max: 250 }).map((last) => `192.168.50.${last}`),
      ),
    }),
    errors: trafficOf({
      router: constantFrom(r1, inner),
      dst: far,
      ttl: constantFrom(0, 1, 1, 2, 64),
      protocol: constantFrom("udp", "udp", "echo", "error"),
      src: constantFrom("192.168.100.10", "192.168.200.10", "198.51.100.7", "192.168.100.33"),
      fragment: true,
    }),
    mtus: trafficOf({
      router: constantFrom(68, 90, 100).map((mtu) => ({ ...r1, mtu: { if1: 1500, if2: mtu } })),
      dst: far,
      payloadBytes: oneof(integer({ min: 0, max: 90 }), constantFrom(40, 41, 62, 63, 72, 73)),
    }),
    hostile: trafficOf({
      router: constantFrom(r1, nested),
      src: constantFrom(
        "192.168.100.10",
        "10.0.0.9",
        "127.0.0.1",
        "0.0.0.0",
        "224.0.0.5",
        "255.255.255.255",
        "240.1.1.1",
      ),
      dst: oneof(far, constantFrom("192.168.100.255", "192.168.50.1", "10.0.1.255", "224.0.0.5")),
      ttl: constantFrom(1, 64),
      protocol: constantFrom("udp", "echo", "error"),
      fragment: true,
      flip: option(integer({ min: 0, max: 223 }), { freq: 1 }),
    }),
  },
  stages: [
    {
      ...stage("connected", edges.connected, "connected", ...linuxNames("multicast")),
      sameResult: (a, b, [, , c]) => sameWay(a, b, c),
    },
    stage("ttl", edges.ttl, "any-ttl", ...linuxNames("connected")),
    stage("routes", edges.routes, "routed", ...linuxNames("next-hop", "later-fragment")),
    stage("neighbours", edges.neighbours, "neighbours"),
    stage(
      "errors",
      edges.errors,
      "errors",
      ...linuxNames("ttl-1", "no-route", "echo-no-route", "first-fragment", "about-error"),
    ),
    stage("mtu", edges.mtu, "mtus"),
    stage(
      "hostile",
      edges.hostile,
      "hostile",
      ...linuxNames("bad-checksum", "bad-checksum-ttl-1", "ihl-4", "cut", "source-loopback"),
    ),
  ],
  reference: routePacket,
  accepts: isCase,
  sameResult: (expected, actual, [, , received]) => sameAction(expected, actual, received),
  budget: { stepsPerCase: 500_000, stepsInAll: 10_000_000 },
});
