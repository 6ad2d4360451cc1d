import { expect, test } from "vitest";
import { buildNetwork } from "#net/simulator/network.ts";
import type { NatDescription, StationDescription, Topology } from "#net/simulator/topology.ts";
import { echoServer, sendDatagram } from "#net/stack/programs/datagrams.ts";
import { ping } from "#net/stack/programs/ping.ts";
import { traceroute } from "#net/stack/programs/traceroute.ts";
import { ip } from "../stack/written.ts";
import { cable, host, only, outputs, simulationOf } from "./build.ts";

const box = (nat: NatDescription): StationDescription => ({
  kind: "router",
  name: "BOX",
  interfaces: [
    { name: "lan", addresses: ["192.168.1.1/24"] },
    { name: "wan", addresses: ["203.0.113.1/24"] },
  ],
  nat,
});
const home = (nat: Partial<NatDescription> = {}): Topology => ({
  nodes: [
    host("A", "192.168.1.10/24", "192.168.1.1"),
    host("B", "192.168.1.11/24", "192.168.1.1"),
    { kind: "switch", name: "SW", ports: ["p1", "p2", "p3"] },
    box({ outside: "wan", inside: "192.168.1.0/24", ...nat }),
    // It knows no way to private addresses.
    host("S", "203.0.113.80/24"),
  ],
  links: [
    cable("A.eth0-SW.p1"),
    cable("B.eth0-SW.p2"),
    cable("SW.p3-BOX.lan"),
    cable("BOX.wan-S.eth0", { mtu: 1400 }),
  ],
});
const datagram = (destination: string, port: number, sourcePort = 5000) =>
  sendDatagram({ destination: ip(destination), port, sourcePort, data: Uint8Array.of(42) });

test("hosts inside reach the outside by one address, each dialogue by its own port", () => {
  const simulation = simulationOf(home());
  simulation.start("S", echoServer(7));
  for (const node of ["A", "B"]) simulation.start(node, datagram("203.0.113.80", 7));
  simulation.start("A", ping({ destination: ip("203.0.113.80"), count: 1, size: 3000 }));
  simulation.runUntilIdle();
  const atServer = outputs(simulation.journal).filter((output) => "port" in output && output.port !== 7);
  expect(atServer).toMatchObject([{ from: "203.0.113.1" }, { from: "203.0.113.1" }]);
  const [first, second] = only(simulation.journal, "nat").filter(({ protocol }) => protocol === 17);
  expect(first).toMatchObject({
    node: "BOX",
    inside: "192.168.1.10:5000",
    outsidePort: 5000,
    remote: "203.0.113.80:7",
  });
  expect(second).toMatchObject({ inside: "192.168.1.11:5000" });
  expect(second?.outsidePort).not.toBe(5000);
  const answers = outputs(simulation.journal).filter((output) => "port" in output && output.port === 7);
  expect(answers).toHaveLength(2);
  // Fragments of the reply are put together before they are translated, and cut again.
  expect(outputs(simulation.journal)).toContainEqual(
    expect.objectContaining({ kind: "echo-reply", bytes: 3008, from: "203.0.113.80" }),
  );
});

test("nobody outside gets in by himself, unless a service is forwarded", () => {
  const simulation = simulationOf(
    home({ forwards: [{ protocol: "udp", port: 8080, to: "192.168.1.11", toPort: 7 }] }),
  );
  simulation.start("B", echoServer(7));
  simulation.start("S", datagram("203.0.113.1", 8080));
  simulation.start("S", datagram("203.0.113.1", 8081, 5001));
  simulation.runUntilIdle();
  expect(outputs(simulation.journal)).toMatchObject([
    // The box itself has nobody on that port.
    { kind: "icmp-error", from: "203.0.113.1", type: 3, code: 3 },
    { kind: "datagram", from: "203.0.113.80", port: 5000 },
    { kind: "datagram", from: "203.0.113.1", port: 8080 },
  ]);
});

test("a host inside reaches the service by the outside address too", () => {
  const simulation = simulationOf(
    home({ forwards: [{ protocol: "udp", port: 8080, to: "192.168.1.11", toPort: 7 }] }),
  );
  simulation.start("B", echoServer(7));
  simulation.start("A", datagram("203.0.113.1", 8080));
  simulation.runUntilIdle();
  expect(outputs(simulation.journal)).toMatchObject([
    { from: "203.0.113.1" },
    { from: "203.0.113.1", port: 8080 },
  ]);
  expect(
    only(simulation.journal, "sent").some(({ node, interface: at }) => node === "BOX" && at === "wan"),
  ).toBe(false);
});

test("errors from outside find their way in, and quote what was sent inside", () => {
  const simulation = simulationOf(home());
  simulation.start("A", traceroute({ destination: ip("203.0.113.80"), probes: 1 }));
  simulation.runUntilIdle();
  expect(outputs(simulation.journal)).toMatchObject([
    { from: "192.168.1.1", answer: "time-exceeded" },
    { from: "203.0.113.80", answer: "reached" },
  ]);
});

test("when all ports are taken the packet is dropped, and the journal says why", () => {
  const simulation = simulationOf(home({ ports: [6000, 6000] }));
  simulation.start("A", datagram("203.0.113.80", 9));
  simulation.start("B", datagram("203.0.113.80", 9), 100);
  simulation.runUntilIdle();
  expect(only(simulation.journal, "nat")).toMatchObject([{ inside: "192.168.1.10:5000", outsidePort: 6000 }]);
  expect(only(simulation.journal, "dropped").map(({ reason }) => reason)).toContain("nat-ports-exhausted");
});

test("the box speaks for itself as ever", () => {
  const simulation = simulationOf(home());
  simulation.start("BOX", ping({ destination: ip("203.0.113.80"), count: 1 }));
  simulation.start("S", ping({ destination: ip("203.0.113.1"), count: 1 }));
  simulation.runUntilIdle();
  expect(outputs(simulation.journal).filter(({ kind }) => kind === "echo-reply")).toHaveLength(2);
});

test.each([
  ["nat.outside", { outside: "dsl0" }],
  ["nat.inside", { inside: "2001:db8::/32" }],
  ["nat.ports", { ports: [7, 6] as const }],
  ["nat.hairpin", { hairpin: "here" }],
  ["nat.forwards[0]", { forwards: [{ protocol: "tcp" as const, port: 0, to: "10.0.0.1", toPort: 1 }] }],
])("a fault at %s is told", (where, change) => {
  const built = buildNetwork(home(change));
  expect(built).toEqual({ ok: false, faults: [{ code: "nat", path: `nodes[3].${where}` }] });
});
