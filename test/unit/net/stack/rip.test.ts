import { expect, test } from "vitest";
import { ripAge, ripResponse, ripUpdate, type RipRoute, type SplitHorizon } from "#net/stack/rip.ts";
import { parseIpv4Address } from "#net/wire/address.ts";
import { formatPrefix } from "#net/wire/prefix.ts";
import { prefix } from "./written.ts";

const ip = (text: string): number => parseIpv4Address(text) ?? -1;
const [a, b] = [ip("192.168.1.1"), ip("192.168.1.2")];
const net = prefix("10.0.0.0/8");
const route = (fields: Partial<RipRoute> = {}): RipRoute => ({
  destination: net,
  nextHop: a,
  metric: 4,
  updatedAt: 0,
  lostAt: null,
  ...fields,
});
const told = (metric: number) => [{ destination: net, metric }];

/** The rules of RFC 2453 §3.9.2, one a row: what is known of 10/8 by A, who says what, what is known then. */
test.each([
  ["nothing", null, a, 1, { metric: 2, nextHop: a }, true],
  ["nothing, and it is unreachable", null, a, 15, null, false],
  ["better from another", route(), b, 2, { metric: 3, nextHop: b }, true],
  ["equal from another", route(), b, 3, { metric: 4, nextHop: a, updatedAt: 0 }, false],
  ["worse from another", route(), b, 9, { metric: 4, nextHop: a, updatedAt: 0 }, false],
  ["the same from the next hop", route(), a, 3, { metric: 4, nextHop: a, updatedAt: 50 }, false],
  ["worse from the next hop", route(), a, 9, { metric: 10, nextHop: a, updatedAt: 50 }, true],
  ["15 from the next hop", route(), a, 15, { metric: 16, lostAt: 50 }, true],
  ["16 from the next hop", route(), a, 16, { metric: 16, lostAt: 50 }, true],
  ["16 again", route({ metric: 16, lostAt: 20 }), a, 16, { metric: 16, lostAt: 20, updatedAt: 50 }, false],
  [
    "found again by another",
    route({ metric: 16, lostAt: 20 }),
    b,
    14,
    { metric: 15, lostAt: null, nextHop: b },
    true,
  ],
  ["a metric of 0", route(), a, 0, { metric: 4, updatedAt: 0 }, false],
  ["a metric of 17", route(), a, 17, { metric: 4, updatedAt: 0 }, false],
  ["our own network", route({ nextHop: null, metric: 1 }), a, 1, { metric: 1, nextHop: null }, false],
])("%s", (_, known, from, metric, expected, changed) => {
  const step = ripUpdate(known === null ? [] : [known], from, told(metric), 50);
  expect(step.changed).toBe(changed);
  if (expected === null) expect(step.table).toEqual([]);
  else expect(step.table).toMatchObject([expected]);
});

test("new routes stand behind the others in the order of the response; the link's cost counts", () => {
  const response = ["10.2.0.0/16", "10.1.0.0/16"].map((text) => ({ destination: prefix(text), metric: 3 }));
  const { table } = ripUpdate([route()], b, response, 0, 5);
  expect(table.map(({ destination, metric }) => `${formatPrefix(destination)} ${metric}`)).toEqual([
    "10.0.0.0/8 4",
    "10.2.0.0/16 8",
    "10.1.0.0/16 8",
  ]);
});

test("180 s of silence lose a route, 120 s later it is forgotten; our own networks stay", () => {
  const own = route({ destination: prefix("10.9.0.0/16"), nextHop: null, metric: 1 });
  const table = [route(), own];
  expect(ripAge(table, 179_999)).toEqual({ table, changed: false });
  const lost = ripAge(table, 180_000);
  expect(lost).toEqual({ table: [route({ metric: 16, lostAt: 180_000 }), own], changed: true });
  expect(ripAge(lost.table, 299_999)).toEqual({ table: lost.table, changed: false });
  expect(ripAge(lost.table, 300_000)).toEqual({ table: [own], changed: false });
});

test.each<[SplitHorizon, number | undefined]>([
  ["none", 4],
  ["simple", undefined],
  ["poisoned-reverse", 16],
])("split horizon %s tells the next hop %s, others 4", (horizon, metric) => {
  expect(ripResponse([route()], [a, b], horizon)[0]?.metric).toBe(metric);
  expect(ripResponse([route()], [b], horizon)[0]?.metric).toBe(4);
});

test("two routers without split horizon count to infinity; poisoned reverse ends it at once", () => {
  const count = (horizon: SplitHorizon): number => {
    // A has lost the network and hears B, whose way led through A.
    let atA: readonly RipRoute[] = [route({ nextHop: null, metric: 16, lostAt: 0 })];
    let atB: readonly RipRoute[] = [route({ nextHop: a, metric: 2 })];
    let rounds = 0;
    while (atB[0]?.metric !== 16 && rounds < 100) {
      atA = ripUpdate(atA, b, ripResponse(atB, [a], horizon), rounds).table;
      atB = ripUpdate(atB, a, ripResponse(atA, [b], horizon), rounds).table;
      rounds++;
    }
    return rounds;
  };
  expect([count("none"), count("poisoned-reverse")]).toEqual([7, 1]);
});
