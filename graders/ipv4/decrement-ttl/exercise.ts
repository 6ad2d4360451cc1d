import { constantFrom, integer, oneof, tuple } from "fast-check";
import { z } from "zod";
import { defineExercise } from "#course/exercise/exercise.ts";
import { ipv4PacketBytes } from "#course/generators/ipv4-packet.ts";
import { simplerIpv4 } from "#course/generators/ipv4-sketch.ts";
import { withShrinks } from "#course/generators/with-shrinks.ts";
import { readU16, readU8, writeU16, writeU8 } from "#net/bytes/big-endian.ts";
import { concatBytes, equalBytes } from "#net/bytes/byte-string.ts";
import { fromHex } from "#net/bytes/hex.ts";
import { onesComplementSum, updateChecksum } from "#net/wire/checksum.ts";
import { ipv4HeaderEnd, ipv4Offsets, parseIpv4, verifiesIpv4Checksum } from "#net/wire/ipv4.ts";
import { ipv4Layout } from "#net/wire/ipv4-layout.ts";

type Decision = { action: "forward"; packet: Uint8Array } | { action: "drop" };

/** What a router forwards: a packet that passed the tests of 03.2, without padding of the link. */
function isRightPacket(packet: Uint8Array): boolean {
  const parsed = parseIpv4(packet);
  return parsed.ok && parsed.value.totalLength === packet.length && verifiesIpv4Checksum(packet);
}

const acceptedArgs = z.tuple([z.instanceof(Uint8Array).refine(isRightPacket)]);

const course = (ttlAndChecksum: string): Uint8Array =>
  concatBytes(bytes(`4500 00be d431 4000 ${ttlAndChecksum} 0af4 0105 8efa b92e`), new Uint8Array(170));

const trap = (ttlAndChecksum: string): Uint8Array =>
  concatBytes(bytes(`4500 00be dd6e 4000 ${ttlAndChecksum} 423f 532b e5f8 b068`), new Uint8Array(170));

export default defineExercise<[packet: Uint8Array], Decision>({
  number: "03.3",
  entry: "decrementTtl",
  level: 2,
  points: 4,
  prerequisites: ["03.1"],
  parameters: [{ name: "packet", shape: { kind: "bytes", layout: ipv4Layout } }],
  result: { kind: "value", layouts: { ".packet": ipv4Layout } },
  golden: [
    {
      name: "course-header",
      args: [course("4006 11e7")],
      expected: { action: "forward", packet: course("3f06 12e7") },
      source: "RFC 1624 §3, by hand",
    },
    {
      name: "linux-ttl-255",
      args: [bytes("45b8 001c 8b85 0000 ff01 4648 ac1f 0102 cb00 7139 0800 3c4c bab6 00fd")],
      expected: {
        action: "forward",
        packet: bytes("45b8 001c 8b85 0000 fe01 4748 ac1f 0102 cb00 7139 0800 3c4c bab6 00fd"),
      },
      source: "Linux 6.18",
    },
    {
      name: "linux-ttl-2",
      args: [
        bytes(`4500 0030 505b 0000 0206 7ed6 ac1f 011c cb00 715b
               e867 01bb ff83 f581 0000 0000 5002 2000 3a00 0000 2cfc fa31 3d27 28c5`),
      ],
      expected: {
        action: "forward",
        packet: bytes(`4500 0030 505b 0000 0106 7fd6 ac1f 011c cb00 715b
                       e867 01bb ff83 f581 0000 0000 5002 2000 3a00 0000 2cfc fa31 3d27 28c5`),
      },
      source: "Linux 6.18",
    },
    {
      name: "linux-ttl-1",
      args: [
        bytes(`4500 0028 4d19 0000 0106 829a ac1f 0104 cb00 71f9
               b7d8 01bb d2b0 20d8 0000 0000 5002 2000 f8a8 0000`),
      ],
      expected: { action: "drop" },
      source: "Linux 6.18",
    },
    {
      name: "carry-to-zero",
      args: [trap("7206 feff")],
      expected: { action: "forward", packet: trap("7106 0000") },
      source: "RFC 1624 §3",
    },
    {
      name: "carry-to-zero-short",
      args: [bytes("4500 0018 c07a 4000 4006 feff c0a8 640a c0a8 960a 0000 0000")],
      expected: {
        action: "forward",
        packet: bytes("4500 0018 c07a 4000 3f06 0000 c0a8 640a c0a8 960a 0000 0000"),
      },
      source: "RFC 1624 §3",
    },
  ],
  edges: [
    { name: "ttl-0", args: [bytes("4500 0014 0000 0000 0011 a6d7 0a00 0001 0a00 0002")] },
    { name: "ttl-1", args: [bytes("4500 0014 0000 0000 0111 a5d7 0a00 0001 0a00 0002")] },
    { name: "ttl-2", args: [bytes("4500 0014 0000 0000 0211 a4d7 0a00 0001 0a00 0002")] },
    { name: "ttl-3", args: [bytes("4500 0014 0000 0000 0311 a3d7 0a00 0001 0a00 0002")] },
    { name: "ttl-64", args: [bytes("4500 0014 0000 0000 4011 66d7 0a00 0001 0a00 0002")] },
    { name: "ttl-255", args: [bytes("4500 0014 0000 0000 ff11 a7d6 0a00 0001 0a00 0002")] },
    { name: "options", args: [bytes("4600 0019 0000 0000 4011 d1cd 0a00 0001 0a00 0002 9404 0000 2a")] },
    { name: "odd-payload", args: [bytes("4500 0017 0000 0000 4011 66d4 0a00 0001 0a00 0002 ff01 02")] },
    { name: "field-ff00", args: [bytes("4500 0014 67d6 0000 4011 ff00 0a00 0001 0a00 0002")] },
    { name: "field-fffe", args: [bytes("4500 0014 66d8 0000 4011 fffe 0a00 0001 0a00 0002")] },
    { name: "field-all-ones", args: [bytes("4500 0014 66d7 0000 4011 ffff 0a00 0001 0a00 0002")] },
    { name: "field-zero", args: [bytes("4500 0014 66d7 0000 4011 0000 0a00 0001 0a00 0002")] },
  ],
  generators: {
    packets: tuple(ipv4PacketBytes({ accepts: isRightPacket })),
    "high-checksum": tuple(
      withShrinks(
        tuple(
          ipv4PacketBytes({ accepts: isRightPacket }),
          oneof(constantFrom(0xfeff, 0xff00, 0xffff), integer({ min: 0xfe00, max: 0xffff })),
        )
          .map(([packet, checksum]) => withChecksum(packet, checksum))
          .filter(isRightPacket),
        (value): value is Uint8Array => value instanceof Uint8Array && isRightPacket(value),
        function* (packet) {
          const checksum = readU16(packet, ipv4Offsets.checksum);
          for (const simpler of simplerIpv4(packet)) {
            const aimed = withChecksum(simpler, checksum);
            // What differs in the identification alone is no simpler: that field makes the checksum.
            if (!equalBytes(withIdentification(aimed, 0), withIdentification(packet, 0))) yield aimed;
          }
        },
      ),
    ),
  },
  reference(packet) {
    const ttl = readU8(packet, ipv4Offsets.ttl);
    if (ttl <= 1) return { action: "drop" };
    const copy = packet.slice();
    const before = readU16(copy, ipv4Offsets.ttl);
    writeU8(copy, ipv4Offsets.ttl, ttl - 1);
    const after = readU16(copy, ipv4Offsets.ttl);
    const checksum = updateChecksum(readU16(copy, ipv4Offsets.checksum), before, after);
    writeU16(copy, ipv4Offsets.checksum, checksum);
    return { action: "forward", packet: copy };
  },
  accepts: (args) => acceptedArgs.safeParse(args).success,
});

/** The packet with this checksum, made right by the identification. */
function withChecksum(packet: Uint8Array, checksum: number): Uint8Array {
  const copy = withIdentification(packet, 0);
  writeU16(copy, ipv4Offsets.checksum, checksum);
  const sum = onesComplementSum(copy.subarray(0, ipv4HeaderEnd(copy)));
  return withIdentification(copy, 0xffff - sum);
}

function withIdentification(packet: Uint8Array, identification: number): Uint8Array {
  const copy = packet.slice();
  writeU16(copy, ipv4Offsets.identification, identification);
  return copy;
}

function bytes(text: string): Uint8Array {
  const parsed = fromHex(text);
  if (parsed === null) throw new RangeError(`not hexadecimal: ${text}`);
  return parsed;
}
