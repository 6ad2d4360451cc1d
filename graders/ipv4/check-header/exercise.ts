import { integer, tuple } from "fast-check";
import { z } from "zod";
import { defineExercise } from "#course/exercise/exercise.ts";
import { ipv4PacketBytes } from "#course/generators/ipv4-packet.ts";
import { simplerIpv4 } from "#course/generators/ipv4-sketch.ts";
import { withShrinks } from "#course/generators/with-shrinks.ts";
import { readU8, writeU8 } from "#net/bytes/big-endian.ts";
import { concatBytes } from "#net/bytes/byte-string.ts";
import { fromHex } from "#net/bytes/hex.ts";
import { ipv4HeaderEnd, parseIpv4, verifiesIpv4Checksum } from "#net/wire/ipv4.ts";
import { ipv4Layout } from "#net/wire/ipv4-layout.ts";

type Answer = "ok" | "too-short" | "checksum" | "version" | "ihl" | "total-length";

/** Zeros add up to 0, which is neither the sum of a right header nor that of a wrong one: left out. */
const hasOnlyZeros = (packet: Uint8Array): boolean =>
  packet.length >= 20 && packet.subarray(0, ipv4HeaderEnd(packet)).every((byte) => byte === 0);

const isPacket = (packet: Uint8Array): boolean => packet.length <= 0xffff && !hasOnlyZeros(packet);

const acceptedArgs = z.tuple([z.instanceof(Uint8Array).refine(isPacket)]);

const request = "4500 003c 0001 4000 4006 1eb3 0af4 0105 0808 0808";
const requestPayload =
  "d431 01bb 0000 03e8 0000 0000 a002 faf0 5f2a 0000 0204 05b4 0402 080a 1234 e5d3 0000 0000 0103 0307";

export default defineExercise<[packet: Uint8Array], Answer>({
  number: "03.2",
  entry: "checkHeader",
  level: 2,
  points: 4,
  prerequisites: ["03.1"],
  parameters: [{ name: "packet", shape: { kind: "bytes", layout: ipv4Layout } }],
  result: { kind: "value" },
  golden: [
    {
      name: "course-dump-repaired",
      args: [bytes(request, requestPayload)],
      expected: "ok",
      source: "tcpdump 4.99.3",
    },
    {
      name: "course-dump",
      args: [bytes(request.replace("1eb3", "f2a1"), requestPayload)],
      expected: "checksum",
      source: "tcpdump 4.99.3",
    },
    {
      name: "course-dump-cut",
      args: [bytes(request, requestPayload).subarray(0, 50)],
      expected: "total-length",
      source: "tcpdump 4.99.3",
    },
    {
      name: "course-header",
      args: [concatBytes(bytes("4500 00be d431 4000 4006 11e7 0af4 0105 8efa b92e"), new Uint8Array(170))],
      expected: "ok",
      source: "tshark 4.0.17",
    },
    {
      name: "course-header-as-printed",
      args: [concatBytes(bytes("4500 00be d431 4000 4006 5f2a 0af4 0105 8efa b92e"), new Uint8Array(170))],
      expected: "checksum",
      source: "tshark 4.0.17",
    },
    {
      name: "forwarded-by-linux",
      args: [bytes("45b8 001c 8b85 0000 fe01 4748 ac1f 0102 cb00 7139 0800 3c4c bab6 00fd")],
      expected: "ok",
      source: "Linux 6.18",
    },
  ],
  edges: [
    { name: "empty", args: [bytes("")] },
    { name: "nineteen-bytes", args: [bytes("4500 0014 0000 0000 4011 66d7 0a00 0001 0a00 00")] },
    { name: "header-alone", args: [bytes("4500 0014 0000 0000 4011 66d7 0a00 0001 0a00 0002")] },
    {
      name: "largest-header",
      args: [bytes("4f00 003c 0000 0000 4011 489b 0a00 0001 0a00 0002", "01".repeat(40))],
    },
    {
      name: "link-padding",
      args: [bytes("4500 0015 0000 0000 4011 66d6 0a00 0001 0a00 0002 2a", "00".repeat(25))],
    },
    { name: "payload-changed", args: [bytes(request, requestPayload.replace("03e8", "03e9"))] },
    { name: "odd-payload", args: [bytes("4500 0017 0000 0000 4011 66d4 0a00 0001 0a00 0002 ff01 02")] },
    { name: "field-zero", args: [bytes("4500 0014 66d7 0000 4011 0000 0a00 0001 0a00 0002")] },
    { name: "field-all-ones", args: [bytes("4500 0014 66d7 0000 4011 ffff 0a00 0001 0a00 0002")] },
    { name: "zero-expected", args: [bytes("4500 0014 66d7 0000 4011 1234 0a00 0001 0a00 0002")] },
    { name: "field-holds-plain-sum", args: [bytes("4500 0014 0000 0000 4011 9928 0a00 0001 0a00 0002")] },
    { name: "version-6", args: [bytes("6500 0014 0000 0000 4011 46d7 0a00 0001 0a00 0002")] },
    { name: "ihl-4", args: [bytes("4400 0014 0000 0000 4011 67d7 0a00 0001 0a00 0002")] },
    { name: "ihl-0", args: [bytes("4000 0014 0000 0000 4011 6bd7 0a00 0001 0a00 0002")] },
    { name: "ihl-beyond-packet", args: [bytes("4600 0018 0000 0000 4011 65d3 0a00 0001 0a00 0002 0000")] },
    { name: "length-0", args: [bytes("4500 0000 0000 0000 4011 66eb 0a00 0001 0a00 0002")] },
    { name: "length-5", args: [bytes("4500 0005 0000 0000 4011 66e6 0a00 0001 0a00 0002")] },
    { name: "length-19", args: [bytes("4500 0013 0000 0000 4011 66d8 0a00 0001 0a00 0002")] },
    {
      name: "length-without-options",
      args: [bytes("4600 0014 0000 0000 4011 63d5 0a00 0001 0a00 0002 0101 0101")],
    },
    { name: "length-one-too-many", args: [bytes("4500 0015 0000 0000 4011 66d6 0a00 0001 0a00 0002")] },
    {
      name: "length-256-of-255",
      args: [concatBytes(bytes("4500 0100 0000 0000 4011 65eb 0a00 0001 0a00 0002"), new Uint8Array(235))],
    },
    {
      name: "length-256-of-256",
      args: [concatBytes(bytes("4500 0100 0000 0000 4011 65eb 0a00 0001 0a00 0002"), new Uint8Array(236))],
    },
    { name: "checksum-before-version", args: [bytes("6500 0014 0000 0000 4011 66d7 0a00 0001 0a00 0002")] },
    { name: "checksum-before-ihl", args: [bytes("4400 0014 0000 0000 4011 66d7 0a00 0001 0a00 0002")] },
    { name: "checksum-before-length", args: [bytes("4500 0013 0000 0000 4011 66d7 0a00 0001 0a00 0002")] },
    { name: "version-before-ihl", args: [bytes("6400 0014 0000 0000 4011 47d7 0a00 0001 0a00 0002")] },
    { name: "ihl-before-length", args: [bytes("4400 0003 0000 0000 4011 67e8 0a00 0001 0a00 0002")] },
    { name: "short-before-all", args: [bytes("6400 0003 0000")] },
  ],
  generators: {
    "right-packets": tuple(ipv4PacketBytes({ accepts: isPacket })),
    "one-or-two-faults": tuple(ipv4PacketBytes({ damaged: true, accepts: isPacket })),
    "any-checksum": tuple(ipv4PacketBytes({ damaged: true, checksum: "any", accepts: isPacket })),
    "flipped-bit": tuple(
      withShrinks(
        tuple(ipv4PacketBytes({ accepts: isPacket }), integer({ min: 0, max: 159 })).map(withFlippedBit),
        (value): value is Uint8Array => value instanceof Uint8Array && isPacket(value),
        simplerIpv4,
      ),
    ),
  },
  reference(packet) {
    if (packet.length < 20) return "too-short";
    // RFC 1812 §5.2.2 puts the checksum before what `parseIpv4` looks at, which then follows its order.
    if (!verifiesIpv4Checksum(packet)) return "checksum";
    const parsed = parseIpv4(packet);
    if (parsed.ok) return "ok";
    return parsed.error.code === "truncated" ? "too-short" : parsed.error.code;
  },
  accepts: (args) => acceptedArgs.safeParse(args).success,
});

/** Bit 0 is the most significant bit of byte 0. */
function withFlippedBit([packet, bit]: readonly [Uint8Array, number]): Uint8Array {
  const copy = packet.slice();
  writeU8(copy, bit >>> 3, readU8(copy, bit >>> 3) ^ (0x80 >>> (bit & 7)));
  return copy;
}

function bytes(...texts: readonly string[]): Uint8Array {
  const parsed = fromHex(texts.join(""));
  if (parsed === null) throw new RangeError(`not hexadecimal: ${texts.join("")}`);
  return parsed;
}
