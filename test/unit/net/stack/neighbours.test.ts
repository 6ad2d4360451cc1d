import { constantFrom, integer, property, array, record, tuple, uint8Array } from "fast-check";
import { expect, test } from "vitest";
import { receiveArp } from "#net/stack/arp-reception.ts";
import { receiveAdvertisement } from "#net/stack/ndp-advertisement.ts";
import { advertisement, receiveNdp } from "#net/stack/ndp-reception.ts";
import {
  findNeighbour,
  sendToNeighbour,
  type NeighbourAction,
  type NeighbourCache,
} from "#net/stack/neighbour-cache.ts";
import { learnMac } from "#net/stack/neighbour-learning.ts";
import { tickNeighbours } from "#net/stack/neighbour-timers.ts";
import type { ArpPacket } from "#net/wire/arp.ts";
import { holds } from "../holds.ts";
import { bytes, valueOf } from "../vectors.ts";
import { ip } from "./written.ts";

const me = { mac: 0x0a2233445566, addresses: [0x0af40105] };
const [first, second] = [0xaabbccddeeff, 0xaabbccddee00];
const arp = (fields: Partial<ArpPacket>): ArpPacket => ({
  operation: 1,
  senderMac: first,
  senderIp: 0x0af40101,
  targetMac: 0,
  targetIp: 0x0af40105,
  ...fields,
});
const neighbour = ip("10.244.1.1");
const packet = (byte: number): Uint8Array => Uint8Array.of(byte);
const empty: NeighbourCache = new Map();
const with4 = (mac: number): NeighbourCache => learnMac(empty, neighbour, mac, "reachable", true, 0).cache;
const shown = (actions: readonly NeighbourAction[]): string[] =>
  actions.map((action) => {
    if (action.kind === "solicit") return `solicit ${action.to ?? "all"}`;
    const to = action.kind === "transmit" ? action.mac : action.reason;
    return `${action.kind} ${action.packet[0] ?? ""} ${to}`;
  });

test("an unknown neighbour is asked for three times, a second apart, and the packet is then given up", () => {
  let { cache, actions } = sendToNeighbour(empty, neighbour, packet(1), 0);
  expect(shown(actions)).toEqual(["solicit all"]);
  ({ cache, actions } = sendToNeighbour(cache, neighbour, packet(2), 100));
  expect(shown(actions)).toEqual(["drop 1 replaced"]);
  const log: string[] = [];
  for (const now of [999, 1000, 1500, 2000, 2999, 3000, 4000]) {
    ({ cache, actions } = tickNeighbours(cache, now));
    log.push(...shown(actions).map((action) => `${now} ${action}`));
  }
  expect(log).toEqual(["1000 solicit all", "2000 solicit all", "3000 drop 2 unreachable"]);
  expect(cache.size).toBe(0);
});

test("the answer lets the waiting packet go, and later ones at once", () => {
  const waiting = sendToNeighbour(empty, neighbour, packet(1), 0).cache;
  const answered = receiveArp(waiting, me, arp({ operation: 2 }), 500);
  expect(shown(answered.actions)).toEqual([`transmit 1 ${first}`]);
  expect(answered.reply).toBeNull();
  expect(findNeighbour(answered.cache, neighbour)).toMatchObject({
    state: "reachable",
    mac: first,
    pending: null,
  });
  expect(shown(sendToNeighbour(answered.cache, neighbour, packet(2), 600).actions)).toEqual([
    `transmit 2 ${first}`,
  ]);
});

test("reachable grows stale after 30 s; use of a stale entry is probed after 5 s, three times, and then it goes", () => {
  let { cache } = tickNeighbours(with4(first), 29_999);
  expect(findNeighbour(cache, neighbour)?.state).toBe("reachable");
  ({ cache } = tickNeighbours(cache, 30_000));
  expect(findNeighbour(cache, neighbour)?.state).toBe("stale");
  ({ cache } = sendToNeighbour(cache, neighbour, packet(1), 40_000));
  const log: string[] = [];
  for (let now = 40_000; now <= 50_000; now += 500) {
    const step = tickNeighbours(cache, now);
    cache = step.cache;
    log.push(...shown(step.actions).map((action) => `${now} ${action}`));
  }
  expect(log).toEqual([45_000, 46_000, 47_000].map((now) => `${now} solicit ${first}`));
  expect(cache.size).toBe(0);
});

test("RFC 826: a known sender is updated whoever is asked for, a stranger only by asking for me", () => {
  const macOf = (cache: NeighbourCache, packet: Partial<ArpPacket>): number | null =>
    findNeighbour(receiveArp(cache, me, arp(packet), 1).cache, neighbour)?.mac ?? null;
  expect(macOf(with4(first), { senderMac: second, targetIp: 7 })).toBe(second);
  expect(macOf(with4(first), { senderMac: second, operation: 2 })).toBe(second);
  expect(macOf(empty, {})).toBe(first);
  expect(macOf(empty, { targetIp: 7 })).toBeNull();
  expect(macOf(empty, { targetIp: 0x0af40101 })).toBeNull();
  expect(macOf(empty, { operation: 2 })).toBeNull();
  expect(macOf(empty, { operation: 3 })).toBeNull();
  expect(macOf(empty, { senderMac: 0x010000000001 })).toBeNull();
});

test("a neighbour that says what is known stays reachable", () => {
  const { cache } = receiveArp(with4(first), me, arp({}), 10_000);
  expect(findNeighbour(cache, neighbour)).toMatchObject({ state: "reachable", until: 30_000 });
});

test("the reply exchanges the two sides; only requests for me get one", () => {
  const reply = receiveArp(empty, me, arp({}), 0).reply;
  expect(reply).toEqual({
    operation: 2,
    senderMac: me.mac,
    senderIp: 0x0af40105,
    targetMac: first,
    targetIp: 0x0af40101,
  });
  expect(receiveArp(empty, me, arp({ operation: 2 }), 0).reply).toBeNull();
  expect(receiveArp(empty, me, arp({ targetIp: 7 }), 0).reply).toBeNull();
});

test("a probe is answered and teaches nothing; one's own address elsewhere is a conflict", () => {
  const probe = receiveArp(empty, me, arp({ senderIp: 0 }), 0);
  expect([probe.reply?.targetIp, probe.cache.size]).toEqual([0, 0]);
  const claim = arp({ senderIp: 0x0af40105 });
  expect(receiveArp(empty, me, claim, 0)).toEqual({ cache: empty, actions: [], reply: null, conflict: true });
  expect(receiveArp(empty, me, { ...claim, senderMac: me.mac }, 0).conflict).toBe(false);
});

test("an entry made by hand is never changed", () => {
  const cache: NeighbourCache = new Map(
    [...with4(first)].map(([key, entry]) => [
      key,
      { ...entry, state: "permanent" as const, until: Infinity },
    ]),
  );
  expect(receiveArp(cache, me, arp({ senderMac: second }), 0).cache).toEqual(cache);
  expect(tickNeighbours(cache, 1e12).cache).toEqual(cache);
});

const target = ip("2001:db8::1");
const six = (state: "reachable" | "stale") => learnMac(empty, target, first, state, true, 0).cache;
const na = (flags: string, mac: number | null) =>
  [
    {
      kind: "neighbor-advertisement" as const,
      router: flags.includes("R"),
      solicited: flags.includes("S"),
      override: flags.includes("O"),
      target: target.value,
      options: [],
    },
    mac,
  ] as const;

// RFC 4861 §7.2.5, case by case.
test.each([
  ["reachable", "", second, "stale", first],
  ["stale", "", second, "stale", first],
  ["stale", "S", second, "stale", first],
  ["reachable", "S", second, "stale", first],
  ["stale", "O", second, "stale", second],
  ["reachable", "O", second, "stale", second],
  ["stale", "SO", second, "reachable", second],
  ["stale", "S", first, "reachable", first],
  ["stale", "S", null, "reachable", first],
  ["reachable", "", null, "reachable", first],
  ["reachable", "O", first, "reachable", first],
  ["stale", "", first, "stale", first],
] as const)("advertisement: %s, flags %j, MAC %s: %s", (before, flags, mac, state, after) => {
  const { cache } = receiveAdvertisement(six(before), ...na(flags, mac), 1);
  expect(findNeighbour(cache, target)).toMatchObject({ state, mac: after });
});

test("another MAC without Override changes nothing while the known one is being tried", () => {
  const tried = sendToNeighbour(six("stale"), target, packet(1), 0).cache;
  expect(receiveAdvertisement(tried, ...na("S", second), 1).cache).toBe(tried);
});

test("an advertisement ends the waiting, but only with a MAC, and only for whom was asked", () => {
  const waiting = sendToNeighbour(empty, target, packet(1), 0).cache;
  expect(receiveAdvertisement(waiting, ...na("S", null), 1).cache).toBe(waiting);
  const solicited = receiveAdvertisement(waiting, ...na("S", first), 1);
  expect(shown(solicited.actions)).toEqual([`transmit 1 ${first}`]);
  expect(findNeighbour(solicited.cache, target)?.state).toBe("reachable");
  const unsolicited = receiveAdvertisement(waiting, ...na("O", first), 1);
  expect(shown(unsolicited.actions)).toEqual([`transmit 1 ${first}`]);
  expect(findNeighbour(unsolicited.cache, target)?.state).toBe("delay");
  expect(receiveAdvertisement(empty, ...na("SO", first), 1).cache.size).toBe(0);
});

test("the router flag follows every advertisement that counts", () => {
  const router = receiveAdvertisement(six("stale"), ...na("R", first), 1).cache;
  expect(findNeighbour(router, target)?.isRouter).toBe(true);
  expect(findNeighbour(receiveAdvertisement(router, ...na("S", first), 2).cache, target)?.isRouter).toBe(
    false,
  );
  expect(findNeighbour(receiveAdvertisement(router, ...na("", second), 2).cache, target)?.isRouter).toBe(
    true,
  );
});

test("one's advertisement is accepted by who asked for it, and by nobody when one bit is wrong", () => {
  const other = { mac: first, addresses: [target.value], isRouter: false };
  const asker = { mac: 1, addresses: [ip("2001:db8::2").value], isRouter: false };
  const told = valueOf(advertisement(other, target.value, ip("2001:db8::2").value, true, true));
  const waiting = sendToNeighbour(empty, target, packet(1), 0).cache;
  expect(findNeighbour(receiveNdp(waiting, asker, told, 1).cache, target)?.mac).toBe(first);
  // Traffic class, flow label and hop limit are in no checksum, but the hop limit must be 255.
  for (let bit = 32; bit < told.length * 8; bit++) {
    const wrong = told.slice();
    wrong[bit >> 3] = (wrong[bit >> 3] ?? 0) ^ (0x80 >> (bit & 7));
    expect(receiveNdp(waiting, asker, wrong, 1).cache, `bit ${bit}`).toBe(waiting);
  }
});

test("no message throws, and whatever comes every entry without a MAC is being asked for", () => {
  const start = constantFrom("", "6000000000203aff", "6000000000183aff").map(bytes);
  const event = record({
    head: start,
    tail: uint8Array({ maxLength: 80 }),
    at: integer({ min: 0, max: 9 }),
    mac: integer({ min: 1, max: 3 }),
  });
  holds(
    property(array(tuple(constantFrom("send", "ndp", "arp", "tick"), event), { maxLength: 20 }), (events) => {
      let cache = empty;
      let now = 0;
      for (const [kind, { head, tail, at, mac }] of events) {
        now += at * 700;
        const step = {
          send: () => sendToNeighbour(cache, neighbour, packet(at), now),
          ndp: () =>
            receiveNdp(
              cache,
              { mac: 1, addresses: [1n], isRouter: false },
              new Uint8Array([...head, ...tail]),
              now,
            ),
          arp: () => receiveArp(cache, me, arp({ operation: (at % 2) + 1, senderMac: mac }), now),
          tick: () => tickNeighbours(cache, now),
        }[kind]();
        cache = step.cache;
        for (const entry of cache.values()) {
          expect(entry.mac === null).toBe(entry.state === "incomplete");
          expect(entry.pending === null || entry.state === "incomplete").toBe(true);
        }
      }
    }),
  );
});
