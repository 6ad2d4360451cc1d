import { tuple } from "fast-check";
import { z } from "zod";
import { defineExercise } from "#course/exercise/exercise.ts";
import { ipv4Mask, ipv4NoMask } from "#course/generators/ipv4-prefix.ts";
import { brokenIpv4Text } from "#course/generators/ipv4-text.ts";
import { parseIpv4Address } from "#net/wire/address.ts";
import { lengthOfMask } from "#net/wire/prefix.ts";

const acceptedArgs = z.tuple([z.string().max(64)]);

const calculators = "netaddr 0.8.0, ipcalc 0.42, sipcalc 1.1.6";
const cpython = "CPython 3.11.7";

const edge = (name: string, mask: string): { name: string; args: [string] } => ({ name, args: [mask] });

/** RFC 950 §2.1 (masks), RFC 4632 §3.1 (their ones are contiguous). */
export default defineExercise<[mask: string], number | null>({
  number: "05.2",
  entry: "prefixFromMask",
  level: 2,
  points: 4,
  prerequisites: ["05.1"],
  parameters: [{ name: "mask", shape: { kind: "value" } }],
  result: { kind: "value" },
  golden: [
    { name: "course-27", args: ["255.255.255.224"], expected: 27, source: calculators },
    { name: "course-24", args: ["255.255.255.0"], expected: 24, source: calculators },
    { name: "course-20", args: ["255.255.240.0"], expected: 20, source: calculators },
    { name: "course-16", args: ["255.255.0.0"], expected: 16, source: calculators },
    { name: "course-12", args: ["255.240.0.0"], expected: 12, source: calculators },
    { name: "slash-0", args: ["0.0.0.0"], expected: 0, source: calculators },
    { name: "slash-32", args: ["255.255.255.255"], expected: 32, source: calculators },
    { name: "slash-1", args: ["128.0.0.0"], expected: 1, source: calculators },
    { name: "slash-31", args: ["255.255.255.254"], expected: 31, source: calculators },
    { name: "hole", args: ["255.0.255.0"], expected: null, source: cpython },
    { name: "one-bit-more", args: ["255.255.255.1"], expected: null, source: cpython },
    { name: "network-address", args: ["192.168.100.0"], expected: null, source: cpython },
    { name: "double-zero", args: ["255.255.255.00"], expected: null, source: cpython },
  ],
  edges: [
    edge("slash-19", "255.255.224.0"),
    edge("slash-8", "255.0.0.0"),
    edge("slash-30", "255.255.255.252"),
    edge("inverted-24", "0.0.0.255"),
    edge("inverted-1", "127.255.255.255"),
    edge("hole-in-an-octet", "255.255.255.160"),
    edge("octets-out-of-order", "128.255.0.0"),
    edge("hole-of-one-bit", "254.255.0.0"),
    edge("last-bit-alone", "0.0.0.1"),
    edge("three-octets", "255.255.255"),
    edge("five-octets", "255.255.255.0.0"),
    edge("octet-256", "255.255.255.256"),
    edge("empty-octet", "255.255.255."),
    edge("already-a-prefix", "/24"),
    edge("empty-text", ""),
  ],
  generators: {
    masks: tuple(ipv4Mask),
    "not-masks": tuple(ipv4NoMask),
    "broken-texts": tuple(brokenIpv4Text),
  },
  reference(mask) {
    const address = parseIpv4Address(mask);
    return address === null ? null : lengthOfMask(address);
  },
  accepts: (args) => acceptedArgs.safeParse(args).success,
});
