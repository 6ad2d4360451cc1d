import { integer, tuple } from "fast-check";
import { z } from "zod";
import { defineExercise } from "#course/exercise/exercise.ts";
import { byte } from "#course/generators/numbers.ts";

type HeaderLength = { version: number; headerBytes: number; optionBytes: number };

const domain = z.tuple([z.int().min(0).max(255)]);

/** RFC 791 §3.1: IHL counts 32-bit words and is at least 5. The version is read, not judged. */
export default defineExercise<[firstByte: number], HeaderLength | null>({
  number: "02.1",
  entry: "headerLength",
  level: 1,
  points: 2,
  prerequisites: ["01.1"],
  parameters: [{ name: "firstByte", shape: { kind: "uint", bits: 8, base: 16 } }],
  result: { kind: "value", fields: { ".version": "Version", ".headerBytes": "IHL", ".optionBytes": "IHL" } },
  golden: [
    {
      name: "course-datagram",
      args: [0x45],
      expected: { version: 4, headerBytes: 20, optionBytes: 0 },
      source: "tcpdump 4.99.3",
    },
    {
      name: "options-of-rfc-791",
      args: [0x48],
      expected: { version: 4, headerBytes: 32, optionBytes: 12 },
      source: "RFC 791 app. A, example 3",
    },
    {
      name: "largest-header",
      args: [0x4f],
      expected: { version: 4, headerBytes: 60, optionBytes: 40 },
      source: "RFC 791 §3.1",
    },
    { name: "shortest-refused", args: [0x44], expected: null, source: "RFC 791 §3.1" },
  ],
  edges: [
    { name: "one-option-word", args: [0x46] },
    { name: "ihl-zero", args: [0x40] },
    { name: "ipv6-first-byte", args: [0x60] },
    { name: "other-version", args: [0x65] },
    { name: "version-zero", args: [0x05] },
    { name: "mirror-of-45", args: [0x54] },
    { name: "all-ones", args: [0xff] },
    { name: "all-zeros", args: [0x00] },
  ],
  generators: {
    "any-byte": tuple(byte),
    "version-4-byte": tuple(integer({ min: 0x40, max: 0x4f })),
  },
  reference(firstByte) {
    const ihl = firstByte % 16;
    if (ihl < 5) return null;
    return { version: Math.floor(firstByte / 16), headerBytes: ihl * 4, optionBytes: (ihl - 5) * 4 };
  },
  accepts: (args) => domain.safeParse(args).success,
});
