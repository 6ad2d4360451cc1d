import { array, bigInt, integer, property, tuple } from "fast-check";
import { expect, test } from "vitest";
import {
  aggregate,
  exclude,
  planSubnets,
  rangeToPrefixes,
  smallestPrefix,
  spanning,
  splitPrefix,
  subnetOf,
} from "#net/stack/subnets.ts";
import {
  formatPrefix,
  isSubnetOf,
  lastOf,
  overlaps,
  parsePrefix,
  prefixOf,
  sizeOf,
  type Prefix,
} from "#net/wire/prefix.ts";
import { holds } from "../holds.ts";

const prefix = (text: string): Prefix => {
  const parsed = parsePrefix(text);
  if (parsed === null) throw new Error(text);
  return parsed;
};
/** Small networks in 10.0.0.0/22, so that they often touch and overlap. */
const nearby = tuple(integer({ min: 0, max: 1023 }), integer({ min: 22, max: 32 })).map(([host, length]) =>
  prefixOf({ version: 4, value: 0x0a000000n + BigInt(host) }, length),
);
const addressesOf = (prefixes: readonly Prefix[]): Set<bigint> => {
  const all = new Set<bigint>();
  for (const p of prefixes) for (let a = p.network; a <= lastOf(p); a++) all.add(a);
  return all;
};

test("E12: 192.168.100.72/27", () => {
  expect(subnetOf(prefix("192.168.100.72/27"))).toEqual({
    broadcast: 0xc0a8645fn,
    first: 0xc0a86441n,
    last: 0xc0a8645en,
    usable: 30n,
  });
});

test("a split gives neighbours of one size that fill the network", () => {
  expect([...splitPrefix(prefix("10.0.5.3/16"), 18)].map(formatPrefix)).toEqual([
    "10.0.0.0/18",
    "10.0.64.0/18",
    "10.0.128.0/18",
    "10.0.192.0/18",
  ]);
  expect([...splitPrefix(prefix("10.0.0.0/16"), 15)]).toEqual([]);
  expect([...splitPrefix(prefix("10.0.0.0/16"), 33)]).toEqual([]);
  expect([...splitPrefix(prefix("0.0.0.0/0"), 1)].map(formatPrefix)).toEqual(["0.0.0.0/1", "128.0.0.0/1"]);
});

test("a range is covered exactly", () => {
  holds(
    property(bigInt({ min: 0n, max: 300n }), bigInt({ min: 0n, max: 300n }), (start, length) => {
      const first = 0xffff_ff00n - start;
      const last = first + length > 0xffff_ffffn ? 0xffff_ffffn : first + length;
      const covered = addressesOf(rangeToPrefixes(4, first, last));
      expect(covered.size).toBe(Number(last - first + 1n));
      expect(covered.has(first) && covered.has(last)).toBe(true);
    }),
  );
});

test("aggregation keeps the addresses and leaves nothing to join", () => {
  holds(
    property(array(nearby, { maxLength: 6 }), (prefixes) => {
      const joined = aggregate(prefixes);
      expect(addressesOf(joined)).toEqual(addressesOf(prefixes));
      expect(aggregate(joined)).toEqual(joined);
      for (const [i, a] of joined.entries())
        for (const b of joined.slice(i + 1)) expect(overlaps(a, b)).toBe(false);
    }),
    100,
  );
});

test("what is excluded is gone, the rest is there", () => {
  holds(
    property(nearby, nearby, (network, minus) => {
      const rest = exclude(network, minus);
      if (!isSubnetOf(minus, network)) expect(rest).toBeNull();
      else expect(addressesOf(rest ?? []).size).toBe(Number(sizeOf(network) - sizeOf(minus)));
    }),
  );
});

test("the spanning prefix holds all, and no longer one does", () => {
  holds(
    property(nearby, array(nearby, { maxLength: 4 }), (head, tail) => {
      const wide = spanning([head, ...tail]);
      expect([head, ...tail].every((p) => isSubnetOf(p, wide))).toBe(true);
      const longer = prefixOf({ version: 4, value: head.network }, Math.min(32, wide.length + 1));
      expect(wide.length === 32 || ![head, ...tail].every((p) => isSubnetOf(p, longer))).toBe(true);
    }),
  );
});

test.each([
  [0, 2, 31],
  [0, 5, 29],
  [1, 0, 32],
  [0, 0, 32],
  [30, 2, 27],
  [31, 2, 26],
  [254, 2, 24],
  [4_294_967_294, 2, 0],
  [4_294_967_295, 2, null],
])("%i hosts and %i reserved need a /%s", (hosts, reserved, length) =>
  expect(smallestPrefix(hosts, reserved)).toBe(length),
);

test("a plan fits, in the order of the hosts, without overlap", () => {
  holds(
    property(array(integer({ min: 1, max: 500 }), { maxLength: 6 }), (hosts) => {
      const network = prefix("10.1.0.0/21");
      const plan = planSubnets(network, hosts);
      if (plan === null) {
        expect(
          hosts.reduce((sum, count) => sum + 2 ** (32 - Math.min(30, smallestPrefix(count, 2) ?? 0)), 0),
        ).toBeGreaterThan(2048);
        return;
      }
      expect(plan.length).toBe(hosts.length);
      for (const [i, subnet] of plan.entries()) {
        expect(isSubnetOf(subnet, network)).toBe(true);
        expect(subnetOf(subnet).usable).toBeGreaterThanOrEqual(BigInt(hosts[i] ?? 0));
        for (const other of plan.slice(i + 1)) expect(overlaps(subnet, other)).toBe(false);
      }
    }),
  );
});
