import { z } from "zod";
import { defineExercise } from "#course/exercise/exercise.ts";
import { pathQueries, type PathQuery } from "#course/generators/network.ts";
import { courseNetwork } from "#course/network/course-network.ts";
import { toAddress, toPathNetwork } from "#course/network/host.ts";
import { addressSchema, networkSchema } from "#course/network/schemas.ts";
import { tracePath, type PathTrace } from "#net/stack/trace-path.ts";
import { isOpenQuestion } from "#course/generators/network-domain.ts";

const shape = z.tuple([networkSchema, z.string(), addressSchema]);

function accepts(args: readonly unknown[]): args is PathQuery {
  const parsed = shape.safeParse(args);
  return parsed.success && Object.hasOwn(parsed.data[0], parsed.data[1]) && !isOpenQuestion(parsed.data);
}

const row = (dest: Cidr, gateway: Ip | null, iface: string, metric = 0): Route => ({
  dest,
  gateway,
  iface,
  metric,
});
const port = (name: string, ip: Ip, prefix = 24): Iface => ({ name, ip, prefix, up: true });
const host = (ip: Ip, gateway: Ip | null): Host => ({
  ifaces: [port("eth0", ip)],
  routes: gateway === null ? [] : [row("0.0.0.0/0", gateway, "eth0")],
  forwarding: false,
});
const router = (ifaces: Iface[], ...routes: Route[]): Host => ({ ifaces, routes, forwarding: true });

const { A, R1, R2, R3 } = courseNetwork;
/** A network like the course's with another table for one machine. */
const changed = (changes: Partial<Record<keyof typeof courseNetwork, Host>>): Network => ({
  ...courseNetwork,
  ...changes,
});
const without = (from: Host, dest: Cidr): Host => ({
  ...from,
  routes: from.routes.filter((one) => one.dest !== dest),
});
const instead = (from: Host, ...routes: Route[]): Host => ({
  ...from,
  routes: [...from.routes.filter(({ dest }) => !routes.some((one) => one.dest === dest)), ...routes],
});

/** Two routers whose defaults point at each other. */
const circle: Network = {
  M: host("192.168.1.10", "192.168.1.1"),
  P: router([port("eth0", "192.168.1.1")], row("0.0.0.0/0", "192.168.1.2", "eth0")),
  Q: router([port("eth0", "192.168.1.2")], row("0.0.0.0/0", "192.168.1.1", "eth0")),
};
const lab = "Linux, espaces de noms, TTL reçus";
const delivered = (...hops: string[]): PathTrace => ({ hops, outcome: "delivered" });

export default defineExercise<PathQuery, PathTrace>({
  number: "08.7",
  entry: "tracePath",
  level: 3,
  points: 8,
  prerequisites: ["08.4", "08.6"],
  parameters: [
    { name: "net", shape: { kind: "value" } },
    { name: "from", shape: { kind: "value" } },
    { name: "dst", shape: { kind: "value" } },
  ],
  result: { kind: "value" },
  golden: [
    {
      name: "lab-a-to-b",
      args: [courseNetwork, "A", "192.168.150.10"],
      expected: delivered("R1", "R2", "B"),
      source: lab,
    },
    {
      name: "lab-a-to-c",
      args: [courseNetwork, "A", "192.168.200.10"],
      expected: delivered("R3", "C"),
      source: lab,
    },
    {
      name: "lab-b-to-c",
      args: [courseNetwork, "B", "192.168.200.10"],
      expected: delivered("R2", "R1", "R3", "C"),
      source: lab,
    },
    {
      name: "lab-redirect",
      args: [changed({ A: without(A, "192.168.200.0/24") }), "A", "192.168.200.10"],
      expected: delivered("R1", "R3", "C"),
      source: "Linux, `ICMP redirect` de R1",
    },
  ],
  edges: [
    { name: "oneself", args: [courseNetwork, "A", "192.168.100.10"] },
    { name: "loopback", args: [courseNetwork, "A", "127.0.0.1"] },
    { name: "neighbour", args: [courseNetwork, "A", "192.168.100.2"] },
    { name: "far-side-of-router", args: [courseNetwork, "A", "192.168.50.1"] },
    { name: "far-end", args: [courseNetwork, "A", "192.168.50.2"] },
    { name: "to-the-internet", args: [courseNetwork, "C", "198.51.100.80"] },
    { name: "from-a-router", args: [courseNetwork, "R1", "192.168.150.10"] },
    { name: "no-way-back", args: [changed({ R2: without(R2, "192.168.100.0/24") }), "B", "192.168.100.10"] },
    {
      name: "but-a-way-there",
      args: [changed({ R2: without(R2, "192.168.100.0/24") }), "A", "192.168.150.10"],
    },
    { name: "no-route-at-source", args: [{ M: host("192.168.1.10", null) }, "M", "192.168.2.10"] },
    { name: "no-route-on-the-way", args: [changed({ R1: without(R1, "0.0.0.0/0") }), "A", "192.168.150.10"] },
    {
      name: "bare-point-to-point",
      args: [changed({ R1: instead(R1, row("0.0.0.0/0", null, "if2")) }), "A", "192.168.150.10"],
    },
    {
      name: "zero-point-to-point",
      args: [changed({ R1: instead(R1, row("0.0.0.0/0", "0.0.0.0", "if2")) }), "A", "192.168.150.10"],
    },
    {
      name: "nobody-at-the-far-end",
      args: [
        {
          R: router(
            [{ ...port("ppp0", "192.168.50.1"), pointToPoint: true }],
            row("0.0.0.0/0", null, "ppp0"),
          ),
          // Another link of that kind, elsewhere.
          X: router([{ ...port("ppp0", "192.168.60.1"), pointToPoint: true }]),
        },
        "R",
        "198.51.100.80",
      ],
    },
    { name: "circle", args: [circle, "M", "198.51.100.80"] },
    { name: "circle-from-inside", args: [circle, "P", "198.51.100.80"] },
    {
      name: "circle-to-source",
      args: [
        {
          ...circle,
          Q: instead(router([port("eth0", "192.168.1.2")]), row("0.0.0.0/0", "192.168.1.10", "eth0")),
        },
        "M",
        "198.51.100.80",
      ],
    },
    {
      name: "circle-of-three",
      args: [
        {
          ...circle,
          Q: router([port("eth0", "192.168.1.2")], row("0.0.0.0/0", "192.168.1.3", "eth0")),
          S: router([port("eth0", "192.168.1.3")], row("0.0.0.0/0", "192.168.1.1", "eth0")),
        },
        "M",
        "198.51.100.80",
      ],
    },
    {
      name: "default-back",
      args: [changed({ R2: instead(R2, row("0.0.0.0/0", "192.168.50.1", "if1")) }), "A", "198.51.100.80"],
    },
    {
      name: "workstation",
      args: [
        { ...circle, M: host("192.168.1.10", "192.168.1.20"), W: host("192.168.1.20", "192.168.1.1") },
        "M",
        "198.51.100.80",
      ],
    },
    {
      name: "workstation-as-destination",
      args: [{ M: host("192.168.1.10", null), W: host("192.168.1.20", null) }, "M", "192.168.1.20"],
    },
    {
      name: "workstation-without-route",
      args: [
        { M: host("192.168.1.10", "192.168.1.20"), W: host("192.168.1.20", null) },
        "M",
        "198.51.100.80",
      ],
    },
    { name: "forwarding-off", args: [changed({ R3: { ...R3, forwarding: false } }), "A", "192.168.200.10"] },
    {
      name: "router-off-as-destination",
      args: [changed({ R3: { ...R3, forwarding: false } }), "A", "192.168.200.1"],
    },
    {
      name: "dead-gateway",
      args: [changed({ A: instead(A, row("0.0.0.0/0", "192.168.100.99", "eth0")) }), "A", "192.168.150.10"],
    },
    {
      name: "dead-gateway-further",
      args: [
        changed({ R1: instead(R1, row("192.168.200.0/24", "192.168.100.99", "if1")) }),
        "B",
        "192.168.200.10",
      ],
    },
    { name: "nobody-there", args: [courseNetwork, "A", "192.168.100.77"] },
    { name: "nobody-there-further", args: [courseNetwork, "A", "192.168.150.77"] },
    {
      name: "own-gateway",
      args: [
        changed({ R2: instead(R2, row("192.168.150.0/25", "192.168.150.1", "if2")) }),
        "A",
        "192.168.150.10",
      ],
    },
    {
      name: "zero-gateway",
      args: [changed({ R2: instead(R2, row("192.168.150.0/25", "0.0.0.0", "if2")) }), "A", "192.168.150.10"],
    },
    {
      name: "own-gateway-nobody",
      args: [
        changed({ R2: instead(R2, row("192.168.150.0/25", "192.168.150.1", "if2")) }),
        "A",
        "192.168.150.77",
      ],
    },
    {
      name: "connected-not-listed",
      args: [
        {
          M: host("192.168.1.10", "192.168.1.1"),
          P: router([port("e1", "192.168.1.1"), port("e2", "192.168.2.1")]),
          N: host("192.168.2.10", null),
        },
        "M",
        "192.168.2.10",
      ],
    },
    {
      name: "exception-for-one",
      args: [
        changed({ R1: instead(R1, row("192.168.200.10/32", "192.168.50.2", "if2")) }),
        "A",
        "192.168.200.10",
      ],
    },
    {
      name: "exception-in-own-network",
      args: [
        changed({ A: instead(A, row("192.168.100.2/32", "192.168.100.1", "eth0")) }),
        "A",
        "192.168.100.2",
      ],
    },
    {
      name: "metrics",
      args: [
        changed({
          A: {
            ...A,
            routes: [
              row("0.0.0.0/0", "192.168.100.99", "eth0", 600),
              row("0.0.0.0/0", "192.168.100.1", "eth0", 100),
            ],
          },
        }),
        "A",
        "192.168.150.10",
      ],
    },
    {
      name: "metrics-cheap-first",
      args: [
        changed({
          A: {
            ...A,
            routes: [
              row("0.0.0.0/0", "192.168.100.1", "eth0", 100),
              row("0.0.0.0/0", "192.168.100.99", "eth0", 600),
            ],
          },
        }),
        "A",
        "192.168.150.10",
      ],
    },
    { name: "broadcast-here", args: [courseNetwork, "A", "192.168.100.255"] },
    { name: "broadcast-there", args: [courseNetwork, "A", "192.168.150.255"] },
    {
      name: "broadcast-of-thirty",
      args: [{ P: router([port("eth0", "10.0.0.1", 30)]) }, "P", "10.0.0.3"],
    },
    { name: "limited-broadcast", args: [courseNetwork, "A", "255.255.255.255"] },
    { name: "multicast", args: [courseNetwork, "A", "224.0.0.9"] },
    { name: "just-below-multicast", args: [courseNetwork, "A", "223.255.255.254"] },
    {
      name: "pair",
      args: [
        { P: router([port("eth0", "10.0.0.0", 31)]), Q: router([port("eth0", "10.0.0.1", 31)]) },
        "P",
        "10.0.0.1",
      ],
    },
  ],
  generators: {
    networks: pathQueries(accepts),
  },
  reference: (net, from, dst) => tracePath(toPathNetwork(net), from, toAddress(dst)),
  accepts,
  budget: { stepsInAll: 10_000_000 },
});
