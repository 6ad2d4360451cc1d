import { integer, oneof, tuple } from "fast-check";
import { z } from "zod";
import { defineExercise } from "#course/exercise/exercise.ts";
import { ipv4Cidr } from "#course/generators/ipv4-prefix.ts";
import { towardPreferred } from "#course/generators/numbers.ts";
import { withShrinks } from "#course/generators/with-shrinks.ts";
import { splitPrefix } from "#net/stack/subnets.ts";
import { formatPrefix, parseAddressWithLength, parsePrefix } from "#net/wire/prefix.ts";

type Args = [network: string, newPrefix: number];

/** More subnets than that make a list that nobody reads; more than 65,536 are refused. */
const longestList = 512;

const isIpv4Cidr = (text: string): boolean =>
  /^[0-9./]{9,18}$/.test(text) && parseAddressWithLength(text)?.address.version === 4;

const lengthOf = (cidr: string): number => parsePrefix(cidr)?.length ?? 0;

const acceptedArgs = z
  .tuple([z.string().refine(isIpv4Cidr), z.int().min(0).max(64)])
  .refine(([network, newPrefix]) => {
    const bits = newPrefix - lengthOf(network);
    return newPrefix > 32 || 2 ** bits <= longestList || bits > 16;
  });

const accepts = (args: unknown): args is Args => acceptedArgs.safeParse(args).success;

const cpython = "CPython 3.11.7";

const edge = (name: string, network: string, newPrefix: number): { name: string; args: Args } => ({
  name,
  args: [network, newPrefix],
});

/** The network alone, then the new length: toward one bit more, then down to few subnets. */
const splits = withShrinks(
  tuple(
    ipv4Cidr(),
    oneof(
      { weight: 6, arbitrary: integer({ min: 1, max: 5 }) },
      { weight: 1, arbitrary: integer({ min: -8, max: 0 }) },
      { weight: 1, arbitrary: integer({ min: 17, max: 40 }) },
    ),
  )
    .map(([network, bits]): Args => [network, Math.max(0, lengthOf(network) + bits)])
    .filter(accepts),
  accepts,
  function* ([network, newPrefix]): Iterable<Args> {
    const bits = newPrefix - lengthOf(network);
    // A simpler network is split by the same number of bits.
    for (const { value } of ipv4Cidr().shrink(network, undefined)) {
      yield [value, Math.max(0, lengthOf(value) + bits)];
    }
    if (bits > 1) for (const fewer of towardPreferred(bits, [1])) yield [network, lengthOf(network) + fewer];
    if (bits < 0 && newPrefix + 1 < lengthOf(network)) yield [network, newPrefix + 1];
  },
);

/** RFC 4632 §3.1; RFC 1878 (the first and the last subnet are subnets like the others). */
export default defineExercise<Args, string[] | null>({
  number: "05.4",
  entry: "splitNetwork",
  level: 2,
  points: 4,
  prerequisites: ["05.3"],
  parameters: [
    { name: "network", shape: { kind: "value" } },
    { name: "newPrefix", shape: { kind: "uint", bits: 8, base: 10 } },
  ],
  result: { kind: "value" },
  golden: [
    {
      name: "course-eight",
      args: ["192.168.100.0/24", 27],
      expected: [
        "192.168.100.0/27",
        "192.168.100.32/27",
        "192.168.100.64/27",
        "192.168.100.96/27",
        "192.168.100.128/27",
        "192.168.100.160/27",
        "192.168.100.192/27",
        "192.168.100.224/27",
      ],
      source: cpython,
    },
    {
      name: "course-two",
      args: ["192.168.100.0/24", 25],
      expected: ["192.168.100.0/25", "192.168.100.128/25"],
      source: cpython,
    },
    {
      name: "host-bits",
      args: ["10.0.5.3/16", 18],
      expected: ["10.0.0.0/18", "10.0.64.0/18", "10.0.128.0/18", "10.0.192.0/18"],
      source: cpython,
    },
    {
      name: "whole-internet",
      args: ["0.0.0.0/0", 3],
      expected: [
        "0.0.0.0/3",
        "32.0.0.0/3",
        "64.0.0.0/3",
        "96.0.0.0/3",
        "128.0.0.0/3",
        "160.0.0.0/3",
        "192.0.0.0/3",
        "224.0.0.0/3",
      ],
      source: cpython,
    },
    {
      name: "to-single-addresses",
      args: ["192.168.100.4/30", 32],
      expected: ["192.168.100.4/32", "192.168.100.5/32", "192.168.100.6/32", "192.168.100.7/32"],
      source: cpython,
    },
    {
      name: "across-octets",
      args: ["10.0.54.0/23", 26],
      expected: [
        "10.0.54.0/26",
        "10.0.54.64/26",
        "10.0.54.128/26",
        "10.0.54.192/26",
        "10.0.55.0/26",
        "10.0.55.64/26",
        "10.0.55.128/26",
        "10.0.55.192/26",
      ],
      source: cpython,
    },
  ],
  edges: [
    edge("course-256", "10.0.0.0/16", 24),
    edge("same-length", "172.16.0.0/12", 12),
    edge("same-length-host-bits", "10.0.5.3/16", 16),
    edge("one-bit-shorter", "192.168.100.0/24", 23),
    edge("slash-0", "192.168.100.0/24", 0),
    edge("slash-33", "192.168.100.0/30", 33),
    edge("single-address", "192.168.100.72/32", 32),
    edge("pairs", "192.168.100.8/29", 31),
    edge("halves-of-everything", "0.0.0.0/0", 1),
    edge("carry-into-second-octet", "10.254.0.0/14", 17),
    edge("nine-bits", "172.20.0.0/22", 31),
    edge("seventeen-bits", "10.0.0.0/8", 25),
    edge("all-single-addresses", "0.0.0.0/0", 32),
  ],
  generators: { splits },
  reference(network, newPrefix) {
    const prefix = parsePrefix(network);
    if (prefix === null || newPrefix < prefix.length || newPrefix > 32) return null;
    if (newPrefix - prefix.length > 16) return null;
    return Array.from(splitPrefix(prefix, newPrefix), formatPrefix);
  },
  accepts,
});
