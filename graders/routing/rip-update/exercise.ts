import { z } from "zod";
import { defineExercise } from "#course/exercise/exercise.ts";
import { ripCases, type RipAdvert, type RipCase } from "#course/generators/rip.ts";
import { toPrefix } from "#course/network/host.ts";
import { addressSchema, cidrSchema } from "#course/network/schemas.ts";
import { ripUpdate, type RipRoute as NetRoute } from "#net/stack/rip.ts";
import { formatIpv4Address, parseIpv4Address } from "#net/wire/address.ts";
import { formatPrefix } from "#net/wire/prefix.ts";

const network = cidrSchema.refine((text) => formatPrefix(toPrefix(text)) === text);
const metric = z.int().min(1).max(16);
const seconds = z.int().min(0).max(86_400);
const once = (rows: readonly { readonly dest: string }[]): boolean =>
  new Set(rows.map(({ dest }) => dest)).size === rows.length;

const shape = z.tuple([
  z
    .array(z.strictObject({ dest: network, via: addressSchema.nullable(), metric, updatedAt: seconds }))
    .max(32)
    .refine(once),
  addressSchema,
  z
    .array(z.strictObject({ dest: network, metric }))
    .max(32)
    .refine(once),
  seconds,
]);

function accepts(args: readonly unknown[]): boolean {
  const parsed = shape.safeParse(args);
  return parsed.success && parsed.data[0].every(({ updatedAt }) => updatedAt <= parsed.data[3]);
}

const toNet = ({ dest, via, metric, updatedAt }: RipRoute): NetRoute => ({
  destination: toPrefix(dest),
  nextHop: via === null ? null : (parseIpv4Address(via) ?? 0),
  metric,
  updatedAt,
  lostAt: metric === 16 ? updatedAt : null,
});

const fromNet = ({ destination, nextHop, metric, updatedAt }: NetRoute): RipRoute => ({
  dest: formatPrefix(destination),
  via: nextHop === null ? null : formatIpv4Address(nextHop),
  metric,
  updatedAt,
});

const [b, c, d] = ["192.168.0.2", "192.168.0.3", "192.168.0.4"];
const route = (dest: Cidr, via: Ip | null, metric: number, updatedAt = 0): RipRoute => ({
  dest,
  via,
  metric,
  updatedAt,
});
const one = (via: Ip | null, metric: number, updatedAt = 0): RipRoute[] => [
  route("10.0.1.0/24", via, metric, updatedAt),
];
const says = (metric: number): RipAdvert => [{ dest: "10.0.1.0/24", metric }];

/** The four routers and the network "target" of the RFC's example. */
const rfc = { a: "192.0.2.1", b: "192.0.2.2", c: "192.0.2.3", d: "192.0.2.4", target: "198.51.100.0/24" };
const target = (via: Ip, metric: number, updatedAt: number): RipRoute[] => [
  route(rfc.target, via, metric, updatedAt),
];
const told = (metric: number): RipAdvert => [{ dest: rfc.target, metric }];
const source = "RFC 2453 §3.4.2";

export default defineExercise<RipCase, RipRoute[]>({
  number: "08.8",
  entry: "ripUpdate",
  level: 3,
  points: 6,
  prerequisites: ["08.3"],
  parameters: [
    { name: "table", shape: { kind: "value" } },
    { name: "neighbour", shape: { kind: "value" } },
    { name: "advert", shape: { kind: "value" } },
    { name: "now", shape: { kind: "value" } },
  ],
  result: { kind: "value" },
  golden: [
    {
      name: "rfc-lost-then-c",
      args: [target(rfc.d, 16, 30), rfc.c, told(3), 60],
      expected: target(rfc.c, 4, 60),
      source,
    },
    {
      name: "rfc-a-counts",
      args: [target(rfc.c, 4, 60), rfc.c, told(4), 90],
      expected: target(rfc.c, 5, 90),
      source,
    },
    {
      name: "rfc-c-counts",
      args: [target(rfc.a, 4, 60), rfc.a, told(4), 90],
      expected: target(rfc.a, 5, 90),
      source,
    },
  ],
  edges: [
    { name: "first-news", args: [[], b, says(1), 30] },
    { name: "nothing-said", args: [[...one(b, 2), route("10.0.2.0/24", c, 3)], b, [], 30] },
    { name: "better", args: [one(b, 5), c, says(2), 30] },
    { name: "equal", args: [one(b, 3), c, says(2), 30] },
    { name: "worse", args: [one(b, 3), c, says(7), 30] },
    { name: "one-less", args: [one(b, 3), c, says(3), 30] },
    { name: "same-again", args: [one(b, 3), b, says(2), 30] },
    { name: "same-better", args: [one(b, 5), b, says(2), 30] },
    { name: "same-worse", args: [one(b, 3), b, says(9), 30] },
    { name: "same-lost", args: [one(b, 3), b, says(16), 30] },
    { name: "same-almost-lost", args: [one(b, 3), b, says(15), 30] },
    { name: "same-at-fourteen", args: [one(b, 3), b, says(14), 30] },
    { name: "same-lost-again", args: [one(b, 16, 10), b, says(16), 30] },
    { name: "other-lost", args: [one(b, 3), c, says(16), 30] },
    { name: "new-lost", args: [one(b, 3), c, [{ dest: "10.0.2.0/24", metric: 16 }], 30] },
    { name: "new-fifteen", args: [[], c, says(15), 30] },
    { name: "new-fourteen", args: [[], c, says(14), 30] },
    { name: "lost-fifteen", args: [one(b, 16), c, says(15), 30] },
    { name: "lost-found-elsewhere", args: [one(b, 16), c, says(3), 30] },
    { name: "lost-found-again", args: [one(b, 16), b, says(2), 30] },
    { name: "connected", args: [one(null, 1), c, says(1), 30] },
    { name: "same-network-other-length", args: [one(b, 3), c, [{ dest: "10.0.1.0/25", metric: 1 }], 30] },
    {
      name: "several",
      args: [
        [route("10.0.3.0/24", b, 4), route("10.0.1.0/24", b, 4), route("10.0.2.0/24", d, 2)],
        c,
        [
          { dest: "10.0.5.0/24", metric: 1 },
          { dest: "10.0.1.0/24", metric: 1 },
          { dest: "10.0.4.0/24", metric: 2 },
          { dest: "10.0.2.0/24", metric: 1 },
        ],
        30,
      ],
    },
    {
      name: "lost-by-others-too",
      args: [[route("10.0.1.0/24", b, 3), route("10.0.2.0/24", b, 4)], b, says(16), 30],
    },
    { name: "count-first", args: [one(c, 2, 0), c, says(16), 30] },
    { name: "count-second", args: [one(c, 16, 30), b, says(3), 60] },
    { name: "count-third", args: [one(b, 14, 150), b, says(14), 180] },
    { name: "count-last", args: [one(b, 15, 180), b, says(15), 210] },
  ],
  generators: { adverts: ripCases(accepts) },
  reference(table, neighbour, advert, now) {
    const response = advert.map(({ dest, metric }) => ({ destination: toPrefix(dest), metric }));
    return ripUpdate(table.map(toNet), parseIpv4Address(neighbour) ?? 0, response, now).table.map(fromNet);
  },
  accepts,
});
