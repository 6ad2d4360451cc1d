import { expect, test } from "vitest";
import { filterVerdict } from "#net/stack/host/filter.ts";
import { learnPathMtu, pathMtu, pathMtuLifetime } from "#net/stack/host/path-mtu.ts";
import { arpResolver } from "#net/stack/host/cache-resolver.ts";
import type { Resolver, ResolverAction, ResolverEvent } from "#net/stack/host/resolver.ts";
import { drawU32, seedFor } from "#net/stack/random.ts";
import { parsePrefix } from "#net/wire/prefix.ts";
import { ip } from "./written.ts";

test("a path MTU is believed for ten minutes, only falls, and never below what every link carries", () => {
  const [four, six] = [ip("192.0.2.1"), ip("2001:db8::1")];
  const learned = learnPathMtu(new Map(), four, 1400, 1000) ?? new Map();
  expect(pathMtu(learned, four, 1500, 1000 + pathMtuLifetime - 1)).toBe(1400);
  expect(pathMtu(learned, four, 1500, 1000 + pathMtuLifetime)).toBe(1500);
  expect(pathMtu(learned, four, 1300, 1000)).toBe(1300);
  expect(pathMtu(learned, six, 1500, 1000)).toBe(1500);
  expect(learnPathMtu(learned, four, 1400, 2000)).toBeNull();
  expect(learnPathMtu(learned, four, 1450, 2000)).toBeNull();
  expect(learnPathMtu(learned, four, 1450, 1000 + pathMtuLifetime)?.size).toBe(1);
  expect([learnPathMtu(new Map(), four, 67, 0), learnPathMtu(new Map(), six, 1279, 0)]).toEqual([null, null]);
  expect(learnPathMtu(new Map(), six, 1280, 0)?.size).toBe(1);
});

test("the first rule that fits decides; a rule without a port is for all", () => {
  const to = (port: number): Uint8Array => Uint8Array.of(0, 0, port >> 8, port & 0xff, 0, 8, 0, 0);
  const rules = [
    { protocol: 17, port: 53, action: "reject" },
    { protocol: 17, port: null, action: "drop" },
  ] as const;
  expect([filterVerdict(rules, 17, to(53)), filterVerdict(rules, 17, to(54))]).toEqual(["reject", "drop"]);
  expect([filterVerdict(rules, 6, to(53)), filterVerdict([], 17, to(53))]).toEqual([null, null]);
  expect(filterVerdict(rules.slice(0, 1), 17, new Uint8Array(3))).toBeNull();
});

const target = ip("10.0.0.2");
const packet = (byte: number): Uint8Array => Uint8Array.of(byte);
const reply = {
  operation: 2,
  senderMac: 0x02_00_00_00_00_02,
  senderIp: 0x0a00_0002,
  targetMac: 0x02_00_00_00_00_01,
  targetIp: 0x0a00_0001,
};
function run(events: readonly (readonly [now: number, event: ResolverEvent])[]) {
  let resolver: Resolver = arpResolver({ mac: 0x02_00_00_00_00_01, addresses: [0x0a00_0001] }, new Map());
  const log: string[] = [];
  for (const [now, event] of events) {
    const step = resolver.step(event, now);
    ({ resolver } = step);
    log.push(...step.actions.map((action) => `${now} ${shown(action)}`));
  }
  return { log, resolver };
}
function shown(action: ResolverAction): string {
  if (action.kind === "transmit") return `transmit ${action.packet[0]}`;
  if (action.kind === "drop") return `drop ${action.packet[0]} ${action.reason}`;
  return action.kind === "solicit" ? `solicit for ${action.packet?.[0]}` : action.kind;
}
const send = (byte: number): ResolverEvent => ({ kind: "send", target, packet: packet(byte) });

test("packets wait in their order for one answer, for which one asks once", () => {
  const { log, resolver } = run([
    [0, send(1)],
    [1, send(2)],
    [2, send(3)],
    [5, { kind: "arp", packet: reply }],
    [6, send(4)],
  ]);
  expect(log).toEqual(["0 solicit for 1", "5 transmit 1", "5 transmit 2", "5 transmit 3", "6 transmit 4"]);
  expect(resolver.entries.get("10.0.0.2")).toMatchObject({ mac: reply.senderMac, state: "reachable" });
});

test("when nobody answers three times, all that waited is given up", () => {
  const { log, resolver } = run([
    [0, send(1)],
    [1, send(2)],
    [1000, { kind: "tick" }],
    [2000, { kind: "tick" }],
    [3000, { kind: "tick" }],
  ]);
  expect(log).toEqual([
    "0 solicit for 1",
    "1000 solicit for 1",
    "2000 solicit for 1",
    "3000 drop 1 unreachable",
    "3000 drop 2 unreachable",
  ]);
  expect([resolver.entries.size, resolver.deadline]).toEqual([0, Infinity]);
});

test("what waits for a neighbour that is forgotten by hand is given up", () => {
  const { log, resolver } = run([
    [0, send(1)],
    [1, send(2)],
    [2, { kind: "forget", within: parsePrefix("10.0.1.0/24") }],
    [3, { kind: "forget", within: null }],
  ]);
  expect(log).toEqual(["0 solicit for 1", "3 drop 1 unreachable", "3 drop 2 unreachable"]);
  expect([resolver.entries.size, resolver.deadline]).toEqual([0, Infinity]);
});

test("a queue has an end: the oldest goes", () => {
  const { log } = run(Array.from({ length: 103 }, (_, i) => [i, send(i)] as const));
  expect(log).toEqual(["0 solicit for 0", "101 drop 1 replaced", "102 drop 2 replaced"]);
});

test("numbers drawn from one seed are the same everywhere, and each part has its own", () => {
  const draws = (seed: number): number[] => {
    const values: number[] = [];
    for (let { value, state } = drawU32(seed); values.length < 1000; { value, state } = drawU32(state)) {
      values.push(value);
    }
    return values;
  };
  expect(draws(7)).toEqual(draws(7));
  expect(new Set(draws(7)).size).toBe(1000);
  // Five standard deviations of the mean of 1000 even draws: 5 / √12000 < 0.046.
  const mean = draws(7).reduce((sum, value) => sum + value / 2 ** 32, 0) / 1000;
  expect(Math.abs(mean - 0.5)).toBeLessThan(0.046);
  expect(seedFor(1, "node A")).not.toBe(seedFor(1, "node B"));
  expect(seedFor(1, "node A")).not.toBe(seedFor(2, "node A"));
});
