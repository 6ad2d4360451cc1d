import { z } from "zod";

import {
  aggregate,
  exclude,
  planSubnets,
  rangeToPrefixes,
  spanning,
  splitPrefix,
  subnetOf,
} from "#net/stack/subnets.ts";

import {
  containsAddress,
  equalPrefixes,
  formatIpAddress,
  formatPrefix,
  isSubnetOf,
  lastOf,
  maskOf,
  overlaps,
  sizeOf,
} from "#net/wire/prefix.ts";

import { same, vectors, type Suite } from "../suite.ts";

import { address, prefix } from "../addresses.ts";
const arithmetic = vectors(
  z.object({
    in: z.string(),
    network: z.string(),
    prefixLength: z.int(),
    netmask: z.string(),
    lastAddress: z.string(),
    totalAddresses: z.union([z.int(), z.string()]),
    wildcard: z.string().optional(),
    broadcast: z.string().nullable().optional(),
    firstUsable: z.string().optional(),
    lastUsable: z.string().optional(),
    usableHosts: z.int().optional(),
  }),
  (vector) => {
    const network = prefix(vector.in);
    const { version, length } = network;
    const text = (value: bigint): string => formatIpAddress({ version, value });
    const subnet = subnetOf(network);
    const mask = maskOf(version, length);
    const both = [
      same("network", vector.network, text(network.network)),
      same("prefixLength", vector.prefixLength, length),
      same("netmask", vector.netmask, text(mask)),
      same("lastAddress", vector.lastAddress, text(lastOf(network))),
      same("totalAddresses", String(vector.totalAddresses), String(sizeOf(network))),
    ];
    if (version === 6) return both;
    return [
      ...both,
      same("wildcard", vector.wildcard, text(mask ^ maskOf(4, 32))),
      same("broadcast", vector.broadcast, subnet.broadcast === null ? null : text(subnet.broadcast)),
      same("firstUsable", vector.firstUsable, text(subnet.first)),
      same("lastUsable", vector.lastUsable, text(subnet.last)),
      same("usableHosts", vector.usableHosts, Number(subnet.usable)),
    ];
  },
);

const relations = vectors(
  z.object({
    a: z.string(),
    b: z.string(),
    address: z.string(),
    aContainsAddress: z.boolean(),
    overlaps: z.boolean(),
    bSubnetOfA: z.boolean(),
    bSupernetOfA: z.boolean(),
    equal: z.boolean(),
  }),
  (vector) => {
    const [a, b] = [prefix(vector.a), prefix(vector.b)];
    return [
      same("aContainsAddress", vector.aContainsAddress, containsAddress(a, address(vector.address))),
      same("overlaps", vector.overlaps, overlaps(a, b)),
      same("bSubnetOfA", vector.bSubnetOfA, isSubnetOf(b, a)),
      same("bSupernetOfA", vector.bSupernetOfA, isSubnetOf(a, b)),
      same("equal", vector.equal, equalPrefixes(a, b)),
    ];
  },
);

const split = vectors(
  z.union([
    z.object({ network: z.string(), newPrefixLength: z.int(), subnets: z.array(z.string()) }),
    z.object({
      network: z.string(),
      newPrefixLength: z.int(),
      count: z.int(),
      first: z.string(),
      last: z.string(),
      k: z.int(),
      kth: z.string(),
    }),
  ]),
  (vector) => {
    const subnets = [...splitPrefix(prefix(vector.network), vector.newPrefixLength)].map(formatPrefix);
    if ("subnets" in vector) return [same("subnets", vector.subnets, subnets)];
    return [
      same("count", vector.count, subnets.length),
      same("first", vector.first, subnets[0]),
      same("last", vector.last, subnets.at(-1)),
      same("kth", vector.kth, subnets[vector.k]),
    ];
  },
);

const aggregation = vectors(
  z.discriminatedUnion("op", [
    z.object({
      op: z.literal("rangeToCidrs"),
      first: z.string(),
      last: z.string(),
      cidrs: z.array(z.string()),
    }),
    z.object({ op: z.literal("collapse"), in: z.array(z.string()), cidrs: z.array(z.string()) }),
    z.object({
      op: z.literal("exclude"),
      network: z.string(),
      minus: z.string(),
      cidrs: z.array(z.string()),
    }),
    z.object({ op: z.literal("spanning"), in: z.tuple([z.string()], z.string()), cidr: z.string() }),
  ]),
  (vector) => {
    switch (vector.op) {
      case "rangeToCidrs": {
        const [first, last] = [address(vector.first), address(vector.last)];
        return [
          same(
            "cidrs",
            vector.cidrs,
            rangeToPrefixes(first.version, first.value, last.value).map(formatPrefix),
          ),
        ];
      }
      case "collapse":
        return [same("cidrs", vector.cidrs, aggregate(vector.in.map(prefix)).map(formatPrefix))];
      case "exclude":
        return [
          same(
            "cidrs",
            vector.cidrs,
            exclude(prefix(vector.network), prefix(vector.minus))?.map(formatPrefix),
          ),
        ];
      case "spanning": {
        const [head, ...tail] = vector.in;
        // netaddr 0.8.0 looks at the highest-sorted network only, which may lie inside a wider one before it.
        if (!vector.in.every((text) => isSubnetOf(prefix(text), prefix(vector.cidr)))) {
          return { faulty: "RFC 4632 §3.1: this prefix does not hold every network that it is to span" };
        }
        return [same("cidr", vector.cidr, formatPrefix(spanning([prefix(head), ...tail.map(prefix)])))];
      }
    }
  },
);

const vlsm = vectors(
  z.object({
    network: z.string(),
    hosts: z.array(z.int()),
    prefixLengths: z.array(z.int()),
    largestFirst: z.array(z.object({ index: z.int(), subnet: z.string() })),
  }),
  (vector) => {
    const plan = planSubnets(prefix(vector.network), vector.hosts) ?? [];
    // Among subnets of one size the order is free: compare the set.
    const theirs = vector.largestFirst.map(({ subnet }) => subnet).sort();
    return [
      same(
        "prefixLengths",
        vector.prefixLengths,
        plan.map(({ length }) => length),
      ),
      same("subnets", theirs, plan.map(formatPrefix).sort()),
    ];
  },
);

export const addrSubnets: Readonly<Record<string, Suite>> = {
  "addr/network-arithmetic.json": arithmetic,
  "addr/network-relations.json": relations,
  "addr/subnet-split.json": split,
  "addr/aggregate-range.json": aggregation,
  "addr/vlsm.json": vlsm,
};
