import { tuple } from "fast-check";
import { z } from "zod";
import { defineExercise } from "#course/exercise/exercise.ts";
import { icmpMessageBytes } from "#course/generators/icmp-message.ts";
import { writeU16 } from "#net/bytes/big-endian.ts";
import { concatBytes, equalBytes } from "#net/bytes/byte-string.ts";
import { fromHex } from "#net/bytes/hex.ts";
import { internetChecksum, verifiesChecksum } from "#net/wire/checksum.ts";
import { icmpv4Layout } from "#net/wire/icmp-layout.ts";
import { emitIcmpv4, icmpOffsets, icmpv4Type, parseIcmpv4 } from "#net/wire/icmpv4.ts";

/** What fits behind an IPv4 header of 20 bytes. */
const longest = 65_515;

const acceptedArgs = z.tuple([
  z.instanceof(Uint8Array).refine(({ length }) => length <= longest && length !== 0),
]);

const edge = (name: string, message: Uint8Array): { name: string; args: [Uint8Array] } => ({
  name,
  args: [message],
});

export default defineExercise<[message: Uint8Array], Uint8Array | null>({
  number: "09.1",
  entry: "icmpEchoReply",
  level: 2,
  points: 4,
  prerequisites: ["03.1"],
  parameters: [{ name: "message", shape: { kind: "bytes", layout: icmpv4Layout } }],
  result: { kind: "bytes", layout: icmpv4Layout },
  golden: [
    {
      name: "course-odd",
      args: [bytes("0800 eb34 1234 0001 6162 6364 6566 6768 69")],
      expected: bytes("0000 f334 1234 0001 6162 6364 6566 6768 69"),
      source: "RFC 792 p. 14; read back by tcpdump 4.99.3",
    },
    {
      name: "linux-ping-1",
      args: [ping("0800 4d5c 4115 0001 3127 026b 0000 0000 6a28 0d00 0000 0000")],
      expected: ping("0000 555c 4115 0001 3127 026b 0000 0000 6a28 0d00 0000 0000"),
      source: "Linux 6.18",
    },
    {
      name: "linux-ping-2",
      args: [ping("0800 148d 4115 0002 3227 026b 0000 0000 aef6 0000 0000 0000")],
      expected: ping("0000 1c8d 4115 0002 3227 026b 0000 0000 aef6 0000 0000 0000"),
      source: "Linux 6.18",
    },
    {
      name: "wrong-checksum",
      args: [bytes("0800 2540 fb9d f721")],
      expected: null,
      source: "tshark 4.0.17: Checksum Status bad",
    },
    {
      name: "linux-reply",
      args: [bytes("0000 e2b9 5111 2834 a4")],
      expected: null,
      source: "RFC 792 p. 14; tshark 4.0.17: Echo (ping) reply",
    },
  ],
  edges: [
    edge("no-data", message(8, 0, 0x0001_0001)),
    edge("one-byte", message(8, 0, 0x0001_0001, 0xff)),
    edge("two-bytes", message(8, 0, 0x0001_0001, 0xab, 0xcd)),
    edge("three-bytes", message(8, 0, 0x1234_0007, 0xff, 0xff, 0x80)),
    edge("other-code", message(8, 1, 0x0001_0001, 1, 2)),
    edge("timestamp-request", message(13, 0, 0x0001_0001, ...new Uint8Array(12))),
    edge("unreachable", message(3, 0, 0, ...new Uint8Array(28))),
    edge("checksum-zero", bytes("0800 0000 1234 0001 e5ca")),
    edge("unset-checksum", bytes("0800 0000 1234 0001 6162")),
    edge("field-f7ff", bytes("0800 f7ff 0000 0000")),
    edge("field-f800", bytes("0800 f800 ffff 0000")),
    edge("carry", bytes("0800 f87f 0000 ff7f")),
    edge("exact-carry", bytes("0800 f7fe 8000 8000")),
    edge("seven-bytes", withChecksum(bytes("0800 0000 1234 00"))),
    edge("two-bytes-in-all", bytes("0800")),
    edge("four-bytes-in-all", withChecksum(bytes("0800 0000"))),
    edge("jumbo", message(8, 0, 0x1234_0001, ...Uint8Array.from({ length: 8_972 }, (_, i) => i & 0xff))),
  ],
  generators: { messages: tuple(icmpMessageBytes) },
  reference(request) {
    const parsed = parseIcmpv4(request);
    if (!parsed.ok || !verifiesChecksum(request)) return null;
    const { type, code, rest, data } = parsed.value;
    if (type !== icmpv4Type.echoRequest || code !== 0) return null;
    const reply = emitIcmpv4({ type: icmpv4Type.echoReply, code: 0, rest, data });
    return reply.ok ? reply.value : null;
  },
  accepts: (args) => acceptedArgs.safeParse(args).success,
  // In one's complement 0x0000 and 0xffff are both zero: where one is right, so is the other.
  sameResult: (expected, actual) =>
    expected === null || !(actual instanceof Uint8Array)
      ? expected === actual
      : equalBytes(plainZero(expected), plainZero(actual)),
});

/** A checksum of 0xffff written as 0x0000. */
function plainZero(message: Uint8Array): Uint8Array {
  const copy = message.slice();
  const at = icmpOffsets.checksum;
  if (copy[at] === 0xff && copy[at + 1] === 0xff) copy.fill(0, at, at + 2);
  return copy;
}

function message(type: number, code: number, rest: number, ...data: number[]): Uint8Array {
  const emitted = emitIcmpv4({ type, code, rest, data: Uint8Array.from(data) });
  if (!emitted.ok) throw new RangeError(emitted.error.code);
  return emitted.value;
}

function withChecksum(zeroed: Uint8Array): Uint8Array {
  const copy = zeroed.slice();
  writeU16(copy, icmpOffsets.checksum, internetChecksum(zeroed));
  return copy;
}

/** The bytes that Linux puts behind the time stamp of a ping. */
function ping(start: string): Uint8Array {
  return concatBytes(
    bytes(start),
    Uint8Array.from({ length: 40 }, (_, i) => 0x10 + i),
  );
}

function bytes(text: string): Uint8Array {
  const parsed = fromHex(text);
  if (parsed === null) throw new RangeError(`not hexadecimal: ${text}`);
  return parsed;
}
