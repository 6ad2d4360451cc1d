import { array, boolean, constantFrom, integer, property, record } from "fast-check";
import { expect, test } from "vitest";
import { lookupTable } from "#net/kubernetes/ipvs-maglev.ts";
import type { IpvsService, Scheduler } from "#net/kubernetes/ipvs-service.ts";
import { addServer, closeConnection, emptyService, openConnection } from "#net/kubernetes/ipvs.ts";
import { holds } from "../holds.ts";

const schedulers: readonly Scheduler[] = ["rr", "wrr", "lc", "wlc", "sed", "nq", "sh", "mh"];

/** Servers A, B, C… in the order of the kernel's list. */
const service = (scheduler: Scheduler, weights: readonly number[]): IpvsService =>
  weights.reduceRight(
    (grown, weight, i) => addServer(grown, { address: 0x0a000001 + i, port: 80, weight }),
    emptyService(scheduler),
  );

function sequence(start: IpvsService, count: number): string {
  let [state, letters] = [start, ""];
  for (let i = 0; i < count; i++) {
    const { service: next, chosen } = openConnection(state, 0x0a010000 + i);
    state = next;
    letters += chosen === null ? "-" : String.fromCharCode(65 + chosen);
  }
  return letters;
}

// The sequence that the project Linux Virtual Server publishes for weights 4, 3, 2, at whatever point it begins.
test("wrr gives AABABCABC for weights 4, 3 and 2", () => {
  const start = service("wrr", [4, 3, 2]);
  expect("AABABCABC".repeat(2)).toContain(sequence(start, 9));
  expect(sequence(start, 18)).toBe(sequence(start, 9).repeat(2));
});

test.each(schedulers)("%s refuses when no server has a weight", (scheduler) => {
  expect(openConnection(service(scheduler, [0, 0]), 1).chosen).toBeNull();
  expect(openConnection(emptyService(scheduler), 1).chosen).toBeNull();
});

test("rr goes on where it was when a server comes", () => {
  const { service: after } = openConnection(service("rr", [1, 1, 1]), 1);
  const grown = addServer(after, { address: 9, port: 80, weight: 1 });
  // The new one stands at the head, so the old A is B now.
  expect(sequence(grown, 4)).toBe("CDAB");
});

test("closing what is not open changes nothing", () => {
  const start = service("lc", [1]);
  expect(closeConnection(start, 0)).toEqual(start);
});

const weights = array(integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 6 });

test("wrr gives each server its weight's share in every cycle", () => {
  holds(
    property(weights, (list) => {
      const total = list.reduce((sum, weight) => sum + weight, 0);
      const letters = sequence(service("wrr", list), total);
      const counts = list.map((_, i) => letters.split(String.fromCharCode(65 + i)).length - 1);
      expect(counts).toEqual(list);
    }),
  );
});

test("connections are counted where they are, and weight 0 takes none", () => {
  const step = record({ open: boolean(), client: integer({ min: 0, max: 0xffff_ffff }) });
  holds(
    property(
      constantFrom(...schedulers),
      weights,
      array(step, { maxLength: 40 }),
      (scheduler, list, steps) => {
        let state = service(scheduler, list);
        const [active, inactive] = [list.map(() => 0), list.map(() => 0)];
        const open: number[] = [];
        for (const { open: opens, client } of steps) {
          if (opens) {
            const { service: next, chosen } = openConnection(state, client);
            state = next;
            if (chosen === null) continue;
            expect(list[chosen]).toBeGreaterThan(0);
            active[chosen] = (active[chosen] ?? 0) + 1;
            open.push(chosen);
          } else {
            const closing = open.shift();
            if (closing === undefined) continue;
            state = closeConnection(state, closing);
            active[closing] = (active[closing] ?? 0) - 1;
            inactive[closing] = (inactive[closing] ?? 0) + 1;
          }
        }
        expect(state.servers.map((server) => server.active)).toEqual(active);
        expect(state.servers.map((server) => server.inactive)).toEqual(inactive);
      },
    ),
    150,
  );
});

test("sh and mh send a client to the same server whatever was opened before", () => {
  const client = integer({ min: 0, max: 0xffff_ffff });
  holds(
    property(
      constantFrom<Scheduler>("sh", "mh"),
      weights,
      client,
      array(client, { maxLength: 5 }),
      (...given) => {
        const [scheduler, list, who, others] = given;
        const start = service(scheduler, list);
        const busy = others.reduce((state, other) => openConnection(state, other).service, start);
        expect(openConnection(busy, who).chosen).toBe(openConnection(start, who).chosen);
      },
    ),
    50,
  );
});

// ip_vs_sh: a server keeps its buckets when its weight is 0, and refuses who comes there.
test("sh refuses the clients of a server of weight 0, mh gives them to others", () => {
  const clients = Array.from({ length: 100 }, (_, i) => 0x0a010000 + i);
  const chosen = (scheduler: Scheduler): Set<number | null> =>
    new Set(clients.map((client) => openConnection(service(scheduler, [1, 0]), client).chosen));
  expect(chosen("sh")).toEqual(new Set([0, null]));
  expect(chosen("mh")).toEqual(new Set([0]));
});

test("mh fills its table by weight", () => {
  const table = lookupTable(service("mh", [3, 1, 2]).servers);
  const held = [0, 1, 2].map((index) => table.filter((owner) => owner === index).length);
  expect(table).toHaveLength(4093);
  // 4093 / 6 = 682.17 turns of weight 1 each; the last round may end early.
  expect(held[0]).toBeGreaterThanOrEqual(2046);
  expect(held[1]).toBe(682);
  expect(held[2]).toBe(1364);
});

// ip_vs_mh: 1000 has ten bits, so weights are shifted by four; 1000 counts 62, 1 still counts 1.
test("mh limits the turns of a server to six bits, and leaves everybody one", () => {
  const table = lookupTable(service("mh", [1000, 1]).servers);
  // 4093 = 64 rounds of 63, and 61 more turns of the first.
  expect(table.filter((owner) => owner === 1)).toHaveLength(64);
});
