import { sample } from "fast-check";
import { describe, expect, test } from "vitest";
import { built } from "#course/generators/built.ts";
import { simplerLists } from "#course/generators/lists.ts";
import { mapAddresses, readdress, renumber } from "#course/generators/renumber.ts";
import { routeQuery } from "#course/generators/routing-table.ts";
import { parseIpv4Address } from "#net/wire/address.ts";
import canAddRoute from "#graders/routing/can-add-route/exercise.ts";
import deliver from "#graders/routing/deliver/exercise.ts";
import nextHop from "#graders/routing/next-hop/exercise.ts";
import ripUpdate from "#graders/routing/rip-update/exercise.ts";
import tracePath from "#graders/routing/trace-path/exercise.ts";
import { obeyShrinkingLaws } from "./laws.ts";
import { minimize } from "./minimize.ts";

const number = (ip: string): number => parseIpv4Address(ip) ?? NaN;
const anyQuery = routeQuery(() => true);

describe("tables", () => obeyShrinkingLaws(anyQuery));
describe.each(
  [canAddRoute, deliver, nextHop, ripUpdate, tracePath].map(
    ({ entry, generators }) => [entry, generators] as const,
  ),
)("%s", (_, generators) => {
  for (const arbitrary of Object.values(generators)) obeyShrinkingLaws(arbitrary);
});

test("a table shrinks to what a person reads, and keeps what makes it fail", () => {
  const holdsTwice = ([table]: [Route[], Ip]): boolean =>
    table.filter(({ metric }) => metric > 50).length >= 2;
  const failing = sample(anyQuery, { seed: 4, numRuns: 200 }).find(holdsTwice);
  if (failing === undefined) throw new Error("no such table");
  const row = { dest: "0.0.0.0/0", gateway: "192.168.100.1", iface: "eth0", metric: 51 };
  expect(minimize(anyQuery, failing, holdsTwice).value).toEqual([[row, row], "10.1.2.3"]);
});

test("simpler lists have fewer items, or one that is simpler", () => {
  expect([...simplerLists([1, 2, 3, 4], (n) => (n > 3 ? [n - 1] : []))]).toEqual([
    [1, 2],
    [3, 4],
    [2, 3, 4],
    [1, 3, 4],
    [1, 2, 4],
    [1, 2, 3],
    [1, 2, 3, 3],
  ]);
  expect([...simplerLists([])]).toEqual([]);
});

test("renumbering finds addresses and prefixes at any depth, and nothing else", () => {
  const value = {
    a: ["10.0.2.7", "10.0.3.0/24", "10.0.4.1"],
    b: { dest: "0.0.0.0/0", name: "eth0", text: "10.0.2" },
    n: 7,
  };
  expect(renumber(value, number("10.0.2.0"), number("192.168.100.0"), 23)).toEqual({
    a: ["192.168.100.7", "192.168.101.0/24", "10.0.4.1"],
    b: { dest: "0.0.0.0/0", name: "eth0", text: "10.0.2" },
    n: 7,
  });
  expect(readdress(["10.0.2.7", "10.0.2.70"], number("10.0.2.7"), number("10.0.2.10"))).toEqual([
    "10.0.2.10",
    "10.0.2.70",
  ]);
  expect(mapAddresses(null, (address) => address)).toBeNull();
});

test("what is built step by step depends on the seed alone", () => {
  const dice = built((draw) => [draw.below(6), draw.oneOf(["a", "b"]), draw.chance(0), draw.chance(100)]);
  const rolled = sample(dice, { seed: 1, numRuns: 200 });
  expect(sample(dice, { seed: 1, numRuns: 200 })).toEqual(rolled);
  expect(new Set(rolled.map(([n]) => n))).toEqual(new Set([0, 1, 2, 3, 4, 5]));
  expect(rolled.every(([, , never, always]) => never === false && always === true)).toBe(true);
});
