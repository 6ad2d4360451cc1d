import { expect, test } from "vitest";
import { courseTopology } from "../../../../src/course/network/topology.ts";
import type { Fault } from "#net/simulator/faults.ts";
import type { Topology } from "#net/simulator/topology.ts";
import { ping } from "#net/stack/programs/ping.ts";
import { traceroute } from "#net/stack/programs/traceroute.ts";
import { ip } from "../stack/written.ts";
import { cable, host, only, outputs, simulationOf } from "./build.ts";

const pair: Topology = {
  nodes: [host("A", "10.0.0.1/24"), host("B", "10.0.0.2/24")],
  links: [cable("A.eth0-B.eth0", { name: "L" })],
};

function pinged(faults: readonly Fault[], count = 3, size = 56) {
  const simulation = simulationOf(pair, { faults });
  simulation.start("A", ping({ destination: ip("10.0.0.2"), count, size, wait: 2000 }));
  simulation.runUntil(20_000);
  return simulation.journal;
}
const sequences = (journal: ReturnType<typeof pinged>) =>
  outputs(journal).flatMap((output) => (output.kind === "echo-reply" ? [output.sequence] : []));

test("a lost frame is gone, and the others are not", () => {
  // ARP is the first frame of A, the requests are the second and following.
  const journal = pinged([{ kind: "lose", link: "L", node: "A", frames: [3] }]);
  expect(sequences(journal)).toEqual([1, 3]);
  expect(only(journal, "lost")).toMatchObject([{ node: "A", reason: "loss" }]);
  expect(outputs(journal).at(-1)).toMatchObject({ kind: "ping-summary", sent: 3, received: 2 });
});

test("a rate of 1 loses everything, of 0 nothing", () => {
  expect(sequences(pinged([{ kind: "loss", link: "L", rate: 1 }]))).toEqual([]);
  expect(sequences(pinged([{ kind: "loss", link: "L", rate: 0 }]))).toEqual([1, 2, 3]);
});

test("about as many are lost as the rate says", () => {
  const simulation = simulationOf({ ...pair, links: [cable("A.eth0-B.eth0", { loss: 0.2 })] });
  simulation.start("A", ping({ destination: ip("10.0.0.2"), count: 2000, interval: 1 }));
  simulation.runUntil(4000);
  const sent = only(simulation.journal, "sent").length;
  // Five standard deviations: 5 × √(0.2 × 0.8 / 3600) < 0.034.
  expect(only(simulation.journal, "lost").length / sent).toBeCloseTo(0.2, 1);
  expect(Math.abs(only(simulation.journal, "lost").length / sent - 0.2)).toBeLessThan(0.034);
});

test("a doubled reply is told as a duplicate and counted once", () => {
  const journal = pinged([{ kind: "duplication", link: "L", rate: 1 }], 2);
  expect(outputs(journal).filter((o) => o.kind === "echo-reply" && o.duplicate).length).toBeGreaterThan(0);
  expect(outputs(journal).at(-1)).toMatchObject({ received: 2 });
});

test("a damaged packet is dropped by whoever checks it", () => {
  const journal = pinged([{ kind: "corruption", link: "L", rate: 1, from: 500 }], 5);
  expect(sequences(journal)).toEqual([1]);
  const sent = new Map(only(journal, "sent").map(({ frame, bytes }) => [frame, bytes]));
  const damaged = only(journal, "received").filter(({ at }) => at > 500);
  for (const { frame, bytes } of damaged) {
    const before = sent.get(frame) ?? new Uint8Array();
    const bits = bytes.reduce((sum, byte, i) => sum + popCount(byte ^ (before[i] ?? 0)), 0);
    expect(bits).toBe(1);
  }
  expect(damaged.length).toBeGreaterThan(0);
});

const popCount = (byte: number): number => byte.toString(2).replaceAll("0", "").length;

test("a link that is down carries nothing while it lasts", () => {
  const journal = pinged([{ kind: "down", link: "L", from: 900, until: 1500 }]);
  expect(sequences(journal)).toEqual([1, 3]);
  expect(only(journal, "lost")).toMatchObject([{ reason: "link-down", at: 1000 }]);
});

test("delay comes on top of the link's own", () => {
  const simulation = simulationOf(pair, { faults: [{ kind: "delay", link: "L", ms: 10 }] });
  simulation.start("A", ping({ destination: ip("10.0.0.2"), count: 2 }));
  simulation.runUntilIdle();
  expect(outputs(simulation.journal)[1]).toMatchObject({ sequence: 2, time: 22 });
});

test("a black hole swallows long packets without a word", () => {
  const journal = pinged([{ kind: "mtu", link: "L", mtu: 1000 }], 1, 1400);
  expect(outputs(journal)).toMatchObject([{ kind: "ping-summary", received: 0, errors: 0 }]);
  expect(only(journal, "lost")).toMatchObject([{ reason: "mtu" }]);
  expect(sequences(pinged([{ kind: "mtu", link: "L", mtu: 1000 }], 1, 900))).toEqual([1]);
});

test("a silent router forwards and says nothing: a star in traceroute", () => {
  const simulation = simulationOf(courseTopology, { faults: [{ kind: "silent", node: "R2" }] });
  simulation.start("A", traceroute({ destination: ip("198.51.100.80"), probes: 1 }));
  simulation.runUntilIdle();
  expect(outputs(simulation.journal)).toMatchObject([
    { from: "192.168.100.1" },
    { from: null, answer: "silence" },
    { from: "203.0.113.1" },
    { from: "198.51.100.80", answer: "reached" },
  ]);
  expect(only(simulation.journal, "dropped").filter(({ reason }) => reason === "silent")).toHaveLength(1);
});

test("a dead router takes nothing in and sends nothing", () => {
  const simulation = simulationOf(courseTopology, { faults: [{ kind: "dead", node: "R3" }] });
  simulation.start("A", ping({ destination: ip("192.168.200.10"), count: 1, wait: 5000 }));
  simulation.runUntilIdle();
  expect(outputs(simulation.journal)).toMatchObject([
    { kind: "icmp-error", from: "192.168.100.10", type: 3, code: 1 },
    { received: 0 },
  ]);
  expect(only(simulation.journal, "sent").filter(({ node }) => node === "R3")).toEqual([]);
});
