import { constantFrom, integer, oneof, tuple } from "fast-check";
import { z } from "zod";
import { defineExercise } from "#course/exercise/exercise.ts";
import { preferring, simplifyRecord, smallerNumbers, towardZero } from "#course/generators/simplify.ts";
import { withShrinks } from "#course/generators/with-shrinks.ts";
import { smallestPrefix } from "#net/stack/subnets.ts";

type Args = [hosts: number, reserved: number];

const acceptedArgs = z.tuple([
  z
    .int()
    .min(-1000)
    .max(2 ** 40),
  z.int().min(0).max(1000),
]);

const accepts = (args: unknown): args is Args => acceptedArgs.safeParse(args).success;

const rfc1878 = "RFC 1878";
const azure = "Azure documentation: five addresses of each subnet are reserved";

const edge = (name: string, hosts: number, reserved: number): { name: string; args: Args } => ({
  name,
  args: [hosts, reserved],
});

/** Counts around powers of two, where one machine more needs one bit more. */
const counts = withShrinks(
  tuple(
    constantFrom(2, 5, 0, 3),
    oneof({ weight: 3, arbitrary: integer({ min: 0, max: 14 }) }, integer({ min: 0, max: 33 })),
    oneof(integer({ min: -2, max: 2 }), integer({ min: -500, max: 500 })),
  )
    .map(([reserved, bits, more]): Args => [2 ** bits + more - reserved, reserved])
    .filter(accepts),
  accepts,
  function* ([hosts, reserved]): Iterable<Args> {
    if (hosts < 0) {
      if (hosts < -1) yield [-1, reserved];
      if (reserved !== 2) yield [hosts, 2];
      return;
    }
    const rules = { hosts: towardZero, reserved: preferring([2, 0, 5], smallerNumbers) };
    for (const simpler of simplifyRecord({ hosts, reserved }, rules)) yield [simpler.hosts, simpler.reserved];
    // smallerNumbers is for 32 bits.
    if (hosts > 2 ** 31) yield [Math.floor(hosts / 2), reserved];
  },
);

/** RFC 4632 §3.1. The two addresses of a /31 (RFC 3021) are no exception here: the count alone decides. */
export default defineExercise<Args, number | null>({
  number: "05.5",
  entry: "smallestPrefix",
  level: 2,
  points: 4,
  prerequisites: ["05.3"],
  parameters: [
    { name: "hosts", shape: { kind: "value" } },
    { name: "reserved", shape: { kind: "value" } },
  ],
  result: { kind: "value" },
  golden: [
    { name: "full-24", args: [254, 2], expected: 24, source: rfc1878 },
    { name: "full-26", args: [62, 2], expected: 26, source: rfc1878 },
    { name: "full-30", args: [2, 2], expected: 30, source: rfc1878 },
    { name: "full-16", args: [65534, 2], expected: 16, source: rfc1878 },
    { name: "one-more-than-24", args: [255, 2], expected: 23, source: "netaddr 0.8.0, ipcalc 0.42" },
    { name: "two-thousand", args: [2000, 2], expected: 21, source: "netaddr 0.8.0, ipcalc 0.42" },
    { name: "ten", args: [10, 2], expected: 28, source: "netaddr 0.8.0, ipcalc 0.42" },
    { name: "azure-full-24", args: [251, 5], expected: 24, source: azure },
    { name: "azure-full-29", args: [3, 5], expected: 29, source: azure },
  ],
  edges: [
    edge("one-more-than-26", 63, 2),
    edge("one-more-than-azure", 252, 5),
    edge("azure-550", 550, 5),
    edge("one-host", 1, 2),
    edge("two-hosts-alone", 2, 0),
    edge("one-host-alone", 1, 0),
    edge("nothing", 0, 0),
    edge("reserved-only", 0, 5),
    edge("seven-alone", 7, 0),
    edge("eight-alone", 8, 0),
    edge("half-a-billion", 2 ** 29 - 2, 2),
    edge("three-billion", 3_000_000_000, 2),
    edge("everything", 2 ** 32 - 2, 2),
    edge("one-too-many", 2 ** 32 - 1, 2),
    edge("far-too-many", 2 ** 40, 2),
    edge("negative", -1, 5),
    edge("very-negative", -100, 2),
  ],
  generators: { counts },
  reference: (hosts, reserved) => (hosts < 0 ? null : smallestPrefix(hosts, reserved)),
  accepts,
});
