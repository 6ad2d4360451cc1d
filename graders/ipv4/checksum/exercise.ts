import { tuple } from "fast-check";
import { z } from "zod";
import { defineExercise } from "#course/exercise/exercise.ts";
import { ipv4HeaderBytes } from "#course/generators/ipv4-packet.ts";
import { simplerIpv4 } from "#course/generators/ipv4-sketch.ts";
import { withShrinks } from "#course/generators/with-shrinks.ts";
import { readU16, writeU16 } from "#net/bytes/big-endian.ts";
import { equalBytes } from "#net/bytes/byte-string.ts";
import { fromHex } from "#net/bytes/hex.ts";
import { internetChecksum } from "#net/wire/checksum.ts";
import { ipv4Offsets } from "#net/wire/ipv4.ts";
import { ipv4Layout } from "#net/wire/ipv4-layout.ts";

const isHeader = (bytes: Uint8Array): boolean =>
  bytes.length >= 20 && bytes.length <= 60 && bytes.length % 4 === 0;

const acceptedArgs = z.tuple([z.instanceof(Uint8Array).refine(isHeader)]);

export default defineExercise<[header: Uint8Array], number>({
  number: "03.1",
  entry: "ipChecksum",
  level: 2,
  points: 4,
  prerequisites: ["01.1"],
  parameters: [{ name: "header", shape: { kind: "bytes", layout: ipv4Layout } }],
  result: { kind: "uint", bits: 16, base: 16, field: "Header Checksum" },
  golden: [
    {
      name: "course-header",
      args: [bytes("4500 00be d431 4000 4006 5f2a 0af4 0105 8efa b92e")],
      expected: 0x11e7,
      source: "tshark 4.0.17",
    },
    {
      name: "course-dump",
      args: [bytes("4500 003c 0001 4000 4006 f2a1 0af4 0105 0808 0808")],
      expected: 0x1eb3,
      source: "tcpdump 4.99.3",
    },
    {
      name: "udp-header",
      args: [bytes("4500 0073 0000 4000 4011 0000 c0a8 0001 c0a8 00c7")],
      expected: 0xb861,
      source: "RFC 1071 §1, by hand",
    },
    {
      name: "two-carries",
      args: [bytes("4500 00ee acf0 0000 4001 0000 183a ab99 9ca1 6cab")],
      expected: 0xfffe,
      source: "RFC 1071 §1, by hand",
    },
    {
      name: "zero",
      args: [bytes("4500 00be dd6e 4000 7106 0000 423f 532b e5f8 b068")],
      expected: 0x0000,
      source: "RFC 1624 §3",
    },
    {
      name: "options",
      args: [bytes("4600 0018 9707 4000 3f63 0000 0a3d add6 9e43 3199 0101 0101")],
      expected: 0x198a,
      source: "tshark 4.0.17, scapy 2.5.0",
    },
  ],
  edges: [
    { name: "right-already", args: [bytes("4500 00be d431 4000 4006 11e7 0af4 0105 8efa b92e")] },
    { name: "field-all-ones", args: [bytes("4500 0073 0000 4000 4011 ffff c0a8 0001 c0a8 00c7")] },
    { name: "no-carry", args: [bytes("4500 0014 0000 0000 4011 0000 0a00 0001 0a00 0002")] },
    { name: "largest-header", args: [new Uint8Array(60).fill(0xff)] },
    {
      name: "forty-bytes-of-options",
      args: [
        bytes(`4f00 003c 1c46 4000 4001 0000 ac10 0a63 ac10 0a0c
               0727 04c0 0002 01c0 0002 02c0 0002 03c0 0002 04c0
               0002 05c0 0002 06c0 0002 07c0 0002 08c0 0002 0900`),
      ],
    },
  ],
  generators: {
    headers: tuple(ipv4HeaderBytes({ checksum: "any", plainChecksum: "zero", accepts: isHeader })),
    "second-carry": tuple(
      withShrinks(
        ipv4HeaderBytes({ checksum: "zero", accepts: isHeader }).map(withSecondCarry).filter(hasSecondCarry),
        (value): value is Uint8Array =>
          value instanceof Uint8Array && isHeader(value) && hasSecondCarry(value),
        function* (header) {
          for (const simpler of simplerIpv4(header, "zero")) {
            // What differs in the identification alone is no simpler: that field makes the carry.
            if (!equalBytes(withIdentification(simpler, 0), withIdentification(header, 0))) {
              yield withSecondCarry(simpler);
            }
          }
        },
      ),
    ),
  },
  reference(header) {
    const copy = header.slice();
    writeU16(copy, ipv4Offsets.checksum, 0);
    return internetChecksum(copy);
  },
  accepts: (args) => acceptedArgs.safeParse(args).success,
});

/** The plain sum of all words but the checksum: what a first fold is applied to. */
function plainSum(header: Uint8Array): number {
  let sum = -readU16(header, ipv4Offsets.checksum);
  for (let i = 0; i < header.length; i += 2) sum += readU16(header, i);
  return sum;
}

const fold = (sum: number): number => (sum & 0xffff) + (sum >>> 16);

/** Whether one fold is not enough: one random header in some 20,000. */
function hasSecondCarry(header: Uint8Array): boolean {
  return fold(plainSum(header)) > 0xffff;
}

/** The header with an identification that makes the first fold give 0x10000, where there is one. */
function withSecondCarry(header: Uint8Array): Uint8Array {
  const rest = plainSum(withIdentification(header, 0));
  const [found] = [0, 1, 2]
    .map((more) => (rest >>> 16) + more)
    // carry × 0x10000 + (0x10000 - carry) folds to 0x10000
    .map((carry) => carry * 0xffff + 0x10000 - rest)
    .filter((identification) => identification >= 0 && identification <= 0xffff);
  return found === undefined ? header : withIdentification(header, found);
}

function withIdentification(header: Uint8Array, identification: number): Uint8Array {
  const copy = header.slice();
  writeU16(copy, ipv4Offsets.identification, identification);
  return copy;
}

function bytes(text: string): Uint8Array {
  const parsed = fromHex(text);
  if (parsed === null) throw new RangeError(`not hexadecimal: ${text}`);
  return parsed;
}
