import { tuple } from "fast-check";
import { z } from "zod";
import { defineExercise } from "#course/exercise/exercise.ts";
import { ipv4Address } from "#course/generators/ipv4-address.ts";
import { brokenIpv4Text } from "#course/generators/ipv4-text.ts";
import { parseIpv4Address } from "#net/wire/address.ts";

const acceptedArgs = z.tuple([z.string().max(64)]);

const source = "CPython 3.11.7, glibc";

const edge = (name: string, text: string): { name: string; args: [string] } => ({ name, args: [text] });

/** RFC 791 §2.3 (32 bits), RFC 6943 §3.1.1 (why nothing looser is read). */
export default defineExercise<[text: string], number | null>({
  number: "05.1",
  entry: "parseIp",
  level: 1,
  points: 2,
  prerequisites: ["01.1"],
  parameters: [{ name: "text", shape: { kind: "value" } }],
  result: { kind: "uint", bits: 32, base: 10 },
  golden: [
    { name: "course-host", args: ["192.168.100.72"], expected: 3232261192, source },
    { name: "ten", args: ["10.0.0.1"], expected: 167772161, source },
    { name: "all-zeros", args: ["0.0.0.0"], expected: 0, source },
    { name: "all-ones", args: ["255.255.255.255"], expected: 4294967295, source },
    { name: "octet-256", args: ["256.1.1.1"], expected: null, source },
    { name: "three-octets", args: ["1.2.3"], expected: null, source },
    { name: "five-octets", args: ["1.2.3.4.5"], expected: null, source },
    { name: "leading-zero", args: ["01.2.3.4"], expected: null, source },
    { name: "empty-octet", args: ["1..3.4"], expected: null, source },
    { name: "space-before", args: [" 1.2.3.4"], expected: null, source },
    { name: "exponent", args: ["1e1.2.3.4"], expected: null, source },
    { name: "hexadecimal", args: ["0x7f.0.0.1"], expected: null, source },
  ],
  edges: [
    edge("top-bit", "128.0.0.0"),
    edge("below-top-bit", "127.255.255.255"),
    edge("four-weights", "1.2.3.4"),
    edge("space-after", "1.2.3.4 "),
    edge("space-inside", "1.2. 3.4"),
    edge("empty-text", ""),
    edge("full-width-digit", "\uff11.2.3.4"),
    edge("tail-in-an-octet", "1.2.3.4a"),
    edge("plus-sign", "1.2.3.+4"),
    edge("minus-sign", "1.2.3.-4"),
    edge("two-zeros", "1.2.3.00"),
    edge("leading-zero-long", "1.2.3.004"),
    edge("leading-zeros-four-digits", "1.2.3.0004"),
    edge("octet-1000", "1.2.3.1000"),
    edge("final-dot", "1.2.3.4."),
    edge("first-dot", ".1.2.3"),
    edge("commas", "1,2,3,4"),
    edge("prefix-length", "1.2.3.4/24"),
    edge("word", "localhost"),
  ],
  generators: { addresses: tuple(ipv4Address), "broken-texts": tuple(brokenIpv4Text) },
  reference: parseIpv4Address,
  accepts: (args) => acceptedArgs.safeParse(args).success,
});
