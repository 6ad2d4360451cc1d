import { expect, test } from "vitest";
import { courseTopology } from "../../../../src/course/network/topology.ts";
import type { Topology } from "#net/simulator/topology.ts";
import { ping } from "#net/stack/programs/ping.ts";
import { echoServer, sendDatagram } from "#net/stack/programs/datagrams.ts";
import { traceroute } from "#net/stack/programs/traceroute.ts";
import { ip } from "../stack/written.ts";
import { cable, host, only, outputs, simulationOf } from "./build.ts";

const pinged = (from: string, to: string) => {
  const simulation = simulationOf(courseTopology);
  simulation.start(from, ping({ destination: ip(to), count: 1 }));
  simulation.runUntilIdle();
  return outputs(simulation.journal);
};

// The TTLs that the course's network gave when it was built of Linux namespaces (inventory, D.1).
test.each([
  ["A", "192.168.150.10", 62],
  ["A", "192.168.200.10", 63],
  ["B", "192.168.100.10", 62],
  ["B", "192.168.200.10", 61],
  ["C", "192.168.150.10", 61],
  ["A", "203.0.113.1", 62],
  ["B", "203.0.113.1", 63],
])("an echo reply to %s from %s arrives with TTL %i", (from, to, ttl) => {
  expect(pinged(from, to)).toMatchObject([
    { kind: "echo-reply", from: to, sequence: 1, ttl },
    { kind: "ping-summary", sent: 1, received: 1, errors: 0 },
  ]);
});

test("traceroute finds the routers in their order", () => {
  const simulation = simulationOf(courseTopology);
  simulation.start("A", traceroute({ destination: ip("198.51.100.80"), probes: 1 }));
  simulation.runUntilIdle();
  expect(outputs(simulation.journal)).toMatchObject([
    { ttl: 1, from: "192.168.100.1", answer: "time-exceeded" },
    { ttl: 2, from: "192.168.50.2", answer: "time-exceeded" },
    { ttl: 3, from: "203.0.113.1", answer: "time-exceeded" },
    { ttl: 4, from: "198.51.100.80", answer: "reached" },
  ]);
});

test("who has lost a route is shown the better router, and goes to it directly", () => {
  const simulation = simulationOf({
    ...courseTopology,
    nodes: courseTopology.nodes.map((node) =>
      node.name === "A" && node.kind === "host"
        ? { ...node, routes: (node.routes ?? []).filter(({ destination }) => destination === "0.0.0.0/0") }
        : node,
    ),
  });
  simulation.start("A", ping({ destination: ip("192.168.200.10"), count: 2 }));
  simulation.runUntilIdle();
  expect(only(simulation.journal, "route")).toMatchObject([
    { node: "A", destination: "192.168.200.10", gateway: "192.168.100.2" },
  ]);
  const replies = outputs(simulation.journal).filter(({ kind }) => kind === "echo-reply");
  expect(replies.map((reply) => ("ttl" in reply ? reply.ttl : null))).toEqual([63, 63]);
  // The first request passed R1, the second did not.
  const atR1 = only(simulation.journal, "received").filter(
    ({ node, bytes }) => node === "R1" && bytes.length === 98,
  );
  expect(atR1).toHaveLength(1);
});

test("a packet in a loop of routers dies of its TTL, and the journal shows it at every turn", () => {
  const router = (name: string, own: string, other: string, lan: string): Topology["nodes"][number] => ({
    kind: "router",
    name,
    interfaces: [
      { name: "if1", addresses: [`${own}/30`] },
      { name: "if2", addresses: [lan] },
    ],
    routes: [{ destination: "0.0.0.0/0", gateway: other, interface: "if1" }],
  });
  const simulation = simulationOf({
    nodes: [
      router("R1", "10.0.0.1", "10.0.0.2", "10.1.0.1/24"),
      router("R2", "10.0.0.2", "10.0.0.1", "10.2.0.1/24"),
      host("A", "10.1.0.2/24", "10.1.0.1"),
    ],
    links: [cable("R1.if1-R2.if1"), cable("R1.if2-A.eth0")],
  });
  simulation.start("A", ping({ destination: ip("192.0.2.1"), count: 1, ttl: 12, wait: 1000 }));
  expect(simulation.runUntilIdle()).toBe("done");
  const ttls = only(simulation.journal, "sent").flatMap(({ bytes }) =>
    bytes[23] === 1 && bytes[34] === 8 ? [bytes[22]] : [],
  );
  expect(ttls).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
  expect(only(simulation.journal, "dropped").map(({ reason }) => reason)).toContain("ttl");
});

test("a loop of switches never rests: a run has a limit", () => {
  const simulation = simulationOf({
    nodes: [
      host("A", "10.0.0.1/24"),
      { kind: "switch", name: "S1", ports: ["p1", "p2", "p3"] },
      { kind: "switch", name: "S2", ports: ["p1", "p2"] },
    ],
    links: [cable("A.eth0-S1.p1"), cable("S1.p2-S2.p1"), cable("S1.p3-S2.p2")],
  });
  simulation.start("A", ping({ destination: ip("10.0.0.2"), count: 1 }));
  expect(simulation.runUntilIdle(1000)).toBe("limit");
});

test("it runs step by step, to a time, or until nothing is left", () => {
  const simulation = simulationOf({
    nodes: [host("A", "10.0.0.1/24"), host("B", "10.0.0.2/24")],
    links: [cable("A.eth0-B.eth0", { delay: 7 })],
  });
  expect(simulation.step()).toBe(false);
  simulation.start("A", ping({ destination: ip("10.0.0.2"), count: 1 }), 100);
  expect(simulation.nextTime).toBe(100);
  expect(simulation.step()).toBe(true);
  expect([simulation.now, simulation.nextTime]).toEqual([100, 107]);
  simulation.runUntil(127.5);
  expect(simulation.now).toBe(127.5);
  expect(outputs(simulation.journal)).toEqual([]);
  simulation.runUntil(128);
  expect(outputs(simulation.journal)).toMatchObject([{ kind: "echo-reply", time: 28 }, {}]);
});

test("datagrams reach the program that listens, and nobody else", () => {
  const simulation = simulationOf({
    nodes: [host("A", "10.0.0.1/24"), host("B", "10.0.0.2/24")],
    links: [cable("A.eth0-B.eth0")],
  });
  const data = Uint8Array.of(1, 2, 3);
  const server = simulation.start("B", echoServer(7));
  simulation.start("A", sendDatagram({ destination: ip("10.0.0.2"), port: 7, sourcePort: 5000, data }));
  simulation.start("A", sendDatagram({ destination: ip("10.0.0.2"), port: 8, sourcePort: 5001, data }));
  simulation.runUntilIdle();
  expect(outputs(simulation.journal)).toEqual(
    [
      { kind: "datagram", from: "10.0.0.1", port: 5000, data },
      { kind: "icmp-error", from: "10.0.0.2", sequence: 1, type: 3, code: 3, mtu: null },
      { kind: "datagram", from: "10.0.0.2", port: 7, data },
    ].toSorted((a, b) => order(a) - order(b)),
  );
  expect(only(simulation.journal, "delivered").filter(({ program }) => program === server)).toHaveLength(1);
  simulation.stop("B", server);
  simulation.runUntilIdle();
  expect(only(simulation.journal, "ended").at(-1)).toMatchObject({ node: "B", program: server });
});

/** B prints first, A's two programs in the order of their datagrams. */
const order = (output: { kind: string; from: string }): number =>
  output.from === "10.0.0.1" ? 0 : output.kind === "datagram" ? 1 : 2;

test("routes can be changed while it runs", () => {
  const simulation = simulationOf(courseTopology);
  simulation.setRoutes("R2", []);
  simulation.start("A", ping({ destination: ip("192.168.150.10"), count: 1, wait: 1000 }), 10);
  simulation.runUntilIdle();
  // The way there is connected; the way back is gone.
  expect(only(simulation.journal, "dropped")).toContainEqual(
    expect.objectContaining({ node: "R2", reason: "no-route" }),
  );
  expect(outputs(simulation.journal)).toMatchObject([{ kind: "ping-summary", received: 0 }]);
});
