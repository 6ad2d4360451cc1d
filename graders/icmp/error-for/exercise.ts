import {
  boolean,
  constant,
  constantFrom,
  oneof,
  record,
  tuple,
  uint8Array,
  type Arbitrary,
} from "fast-check";
import { z } from "zod";
import { defineExercise } from "#course/exercise/exercise.ts";
import { ipv4PacketBytes } from "#course/generators/ipv4-packet.ts";
import { fromSketch, simplerIpv4, toSketch } from "#course/generators/ipv4-sketch.ts";
import { withShrinks } from "#course/generators/with-shrinks.ts";
import { readU8 } from "#net/bytes/big-endian.ts";
import { concatBytes, equalBytes } from "#net/bytes/byte-string.ts";
import { fromHex } from "#net/bytes/hex.ts";
import { mayCauseIcmpv4Error } from "#net/stack/icmpv4-error.ts";
import { verifiesChecksum } from "#net/wire/checksum.ts";
import { icmpv4Layout } from "#net/wire/icmp-layout.ts";
import { emitIcmpv4, icmpHeaderBytes, icmpv4Type, unreachableCode } from "#net/wire/icmpv4.ts";
import { ipProtocol } from "#net/wire/ip-protocol.ts";
import { ipv4HeaderEnd, ipv4MinimumHeader, parseIpv4, verifiesIpv4Checksum } from "#net/wire/ipv4.ts";
import { ipv4Layout } from "#net/wire/ipv4-layout.ts";
import { linuxPing, packetWith } from "./exercise-packets.ts";

type Context = { linkBroadcast: boolean };
type Args = [packet: Uint8Array, cause: IcmpCause, ctx: Context];

/** With the IPv4 header that carries it (RFC 1812 §4.3.2.3). */
const longestError = 576;

/** Types whose nature (RFC 792: error or question) the statement gives. */
const knownTypes: readonly number[] = [0, 3, 4, 5, 8, 11, 12, 13, 14];
const group = 0xf000_0000;

function isCase(packet: Uint8Array): boolean {
  const parsed = parseIpv4(packet);
  if (!parsed.ok || !verifiesIpv4Checksum(packet)) return false;
  const { destination, protocol, fragmentOffset, payload } = parsed.value;
  // 240/4 has no meaning as a destination, but for its last address.
  if (destination >= group && destination !== 0xffff_ffff) return false;
  if (protocol !== ipProtocol.icmp || fragmentOffset > 0) return true;
  return payload.length >= icmpHeaderBytes && knownTypes.includes(readU8(payload, 0));
}

const packetSchema = z.instanceof(Uint8Array).refine(isCase);
const causeSchema: z.ZodType<IcmpCause> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("ttl-exceeded") }),
  z.strictObject({ kind: z.literal("port-unreachable") }),
  z.strictObject({ kind: z.literal("host-unreachable") }),
  z.strictObject({ kind: z.literal("net-unreachable") }),
  z.strictObject({ kind: z.literal("fragmentation-needed"), mtu: z.int().min(68).max(0xffff) }),
]);
const acceptedArgs = z.tuple([packetSchema, causeSchema, z.strictObject({ linkBroadcast: z.boolean() })]);

/** In the order in which they shrink: the first is the simplest. */
const causes: readonly IcmpCause[] = [
  { kind: "ttl-exceeded" },
  { kind: "port-unreachable" },
  { kind: "host-unreachable" },
  { kind: "net-unreachable" },
  { kind: "fragmentation-needed", mtu: 1400 },
];

const cause = withShrinks(
  oneof(
    constantFrom(...causes),
    constantFrom(68, 576, 1006, 1280, 1500, 9000, 65535).map((mtu): IcmpCause => ({
      kind: "fragmentation-needed",
      mtu,
    })),
  ),
  (value): value is IcmpCause => causeSchema.safeParse(value).success,
  (value) => {
    const place = causes.findIndex((one) => JSON.stringify(one) === JSON.stringify(value));
    return place === -1 ? causes : causes.slice(0, place);
  },
);

const context = withShrinks<Context>(
  oneof({ weight: 9, arbitrary: constant(false) }, { weight: 1, arbitrary: boolean() }).map(
    (linkBroadcast) => ({
      linkBroadcast,
    }),
  ),
  (value): value is Context => acceptedArgs.def.items[2].safeParse(value).success,
  ({ linkBroadcast }) => (linkBroadcast ? [{ linkBroadcast: false }] : []),
);

/** The packet carrying an ICMP message of that type. */
const carrying = (packet: Uint8Array, type: number, rest: Uint8Array): Uint8Array =>
  fromSketch({
    ...toSketch(packet),
    protocol: ipProtocol.icmp,
    payload: concatBytes(Uint8Array.of(type), rest),
  });

const isPacket = (value: unknown): value is Uint8Array => packetSchema.safeParse(value).success;

const icmpPackets: Arbitrary<Uint8Array> = withShrinks(
  record({
    packet: ipv4PacketBytes({ accepts: isCase }),
    type: constantFrom(...knownTypes),
    rest: uint8Array({ minLength: 7, maxLength: 31 }),
  })
    .map(({ packet, type, rest }) => carrying(packet, type, rest))
    .filter(isCase),
  isPacket,
  (packet) => simplerIpv4(packet),
);

const ttl: IcmpCause = { kind: "ttl-exceeded" };
const port: IcmpCause = { kind: "port-unreachable" };
const edge = (name: string, packet: Uint8Array, about: IcmpCause = ttl, linkBroadcast = false) => ({
  name,
  args: [packet, about, { linkBroadcast }] satisfies Args as Args,
});

const course = bytes("4500 003c 1d0f 0000 0111 213d c0a8 640a c0a8 960a 9c40 829a 0028 655d", 32);
const quoted = "4500 003c 1d0f 0000 0111 213d c0a8 640a c0a8 960a 9c40 829a 0028 655d";

export default defineExercise<Args, Uint8Array | null>({
  number: "09.2",
  entry: "icmpErrorFor",
  level: 3,
  points: 6,
  prerequisites: ["02.2", "03.1"],
  parameters: [
    { name: "packet", shape: { kind: "bytes", layout: ipv4Layout } },
    { name: "cause", shape: { kind: "value" } },
    { name: "ctx", shape: { kind: "value" } },
  ],
  result: { kind: "bytes", layout: icmpv4Layout },
  golden: [
    {
      name: "course-ttl",
      args: [course, ttl, { linkBroadcast: false }],
      expected: bytes(`0b00 709f 0000 0000 ${quoted}`),
      source: "RFC 792 p. 6; read back by tcpdump 4.99.3",
    },
    {
      name: "course-mtu",
      args: [course, { kind: "fragmentation-needed", mtu: 1400 }, { linkBroadcast: false }],
      expected: bytes(`0304 7323 0000 0578 ${quoted}`),
      source: "RFC 1191 §4; read back by tcpdump 4.99.3",
    },
    {
      name: "linux-traceroute",
      args: [
        bytes(
          "4500003cc64500000111c8670a010a010a010d028915829a0028d3e4404142434445464748494a4b4c4d4e4f505152535455565758595a5b5c5d5e5f",
        ),
        ttl,
        { linkBroadcast: false },
      ],
      expected: bytes(
        "0b00203e000000004500003cc64500000111c8670a010a010a010d028915829a0028d3e4404142434445464748494a4b4c4d4e4f505152535455565758595a5b5c5d5e5f",
      ),
      source: "Linux 6.18",
    },
    {
      name: "linux-port",
      args: [
        bytes("4500001fcc2f40003d11469a0a010a010a010d028b0c270f000bb04e68690a"),
        port,
        { linkBroadcast: false },
      ],
      expected: bytes("0303281e000000004500001fcc2f40003d11469a0a010a010a010d028b0c270f000bb04e68690a"),
      source: "Linux 6.18",
    },
    {
      name: "linux-host",
      args: [
        linuxPing(
          "d58f 4000 3f01 154f 0a01 0a01 cb00 71c8 0800 5784 4213 0001 4627 026b 0000 0000 5502 0200",
        ),
        { kind: "host-unreachable" },
        { linkBroadcast: false },
      ],
      expected: concatBytes(
        bytes("0301 fcfe 0000 0000"),
        linuxPing(
          "d58f 4000 3f01 154f 0a01 0a01 cb00 71c8 0800 5784 4213 0001 4627 026b 0000 0000 5502 0200",
        ),
      ),
      source: "Linux 6.18",
    },
    {
      name: "linux-net",
      args: [
        linuxPing(
          "47a6 4000 3f01 b505 0a01 0a01 c633 64c8 0800 9332 422e 0001 4a27 026b 0000 0000 1239 0500",
        ),
        { kind: "net-unreachable" },
        { linkBroadcast: false },
      ],
      expected: concatBytes(
        bytes("0300 fcff 0000 0000"),
        linuxPing(
          "47a6 4000 3f01 b505 0a01 0a01 c633 64c8 0800 9332 422e 0001 4a27 026b 0000 0000 1239 0500",
        ),
      ),
      source: "Linux 6.18",
    },
    {
      name: "linux-about-error",
      args: [
        bytes(
          "4500003845dc00000101897aac1f01aecb0071a10303e788000000004500001c000100004011905ecb0071a3ac1f01af0035003500081502",
        ),
        ttl,
        { linkBroadcast: false },
      ],
      expected: null,
      source: "Linux 6.18",
    },
    {
      name: "linux-source-zero",
      args: [
        bytes(
          "4500004469fb00004011d3ce00000000cb0071dfc67ebf15003077d753bb0fb220cd41651966b187ba733179fa5a64a3241a7fd20503d6bb2ad7723be68532e67a64393b",
        ),
        ttl,
        { linkBroadcast: false },
      ],
      expected: null,
      source: "Linux 6.18",
    },
    {
      name: "linux-source-loopback",
      args: [
        bytes("4500002427a60000ff01d90d7f000005cb00711f08009661cb73008fc82785ba0bcb3bee"),
        ttl,
        { linkBroadcast: false },
      ],
      expected: null,
      source: "Linux 6.18",
    },
    {
      name: "linux-link-broadcast",
      args: [
        bytes("4500001c599600008001f72fac1f01aacb00715108009ebc589300b0"),
        { kind: "net-unreachable" },
        { linkBroadcast: true },
      ],
      expected: null,
      source: "Linux 6.18",
    },
  ],
  edges: [
    edge("no-options", packetWith({})),
    edge("options", packetWith({ options: "9404 0000" })),
    edge("forty-option-bytes", packetWith({ options: "0101 0101 ".repeat(10) }), port),
    edge("three-bytes", packetWith({ payload: "0a0b 0c" })),
    edge("no-data", packetWith({ payload: "" })),
    edge("seven-bytes", packetWith({ payload: "0102 0304 0506 07" }), port),
    edge("nine-bytes", packetWith({ payload: "1122 3344 5566 7788 99" })),
    edge("padded", concatBytes(packetWith({ payload: "0a0b 0c" }), new Uint8Array(23).fill(0xee))),
    edge("long", packetWith({ payload: "5a".repeat(1480) }), { kind: "fragmentation-needed", mtu: 1400 }),
    edge("mtu-68", packetWith({ df: true }), { kind: "fragmentation-needed", mtu: 68 }),
    edge("mtu-9000", packetWith({ df: true }), { kind: "fragmentation-needed", mtu: 9000 }),
    edge("first-fragment", packetWith({ mf: true })),
    edge("middle-fragment", packetWith({ mf: true, fragmentOffset: 1480 })),
    edge("last-fragment", packetWith({ fragmentOffset: 1480 })),
    edge("smallest-offset", packetWith({ fragmentOffset: 8 })),
    edge("largest-offset", packetWith({ fragmentOffset: 32_768, payload: "00" })),
    edge("echo-request", packetWith({ protocol: 1, payload: "0800 f7fd 0001 0001" })),
    edge("echo-reply", packetWith({ protocol: 1, payload: "0000 fffd 0001 0001" })),
    edge("timestamp-request", packetWith({ protocol: 1, payload: "0d00 f2fd 0001 0001" })),
    ...[3, 4, 5, 11, 12].map((type) =>
      edge(
        `about-type-${type}`,
        packetWith({ protocol: 1, payload: `${type.toString(16).padStart(2, "0")}01 0000 0000 0000` }),
      ),
    ),
    edge(
      "about-error-with-options",
      packetWith({ protocol: 1, options: "9404 0000", payload: "0b00 f4ff 0000 0000" }),
    ),
    edge("udp-from-port-768", packetWith({ payload: "0300 829a 0008 0000" })),
    edge("udp-from-port-2816", packetWith({ payload: "0b00 829a 0008 0000" }), port),
    edge(
      "icmp-like-option",
      packetWith({ protocol: 1, options: "0b01 0101", payload: "0800 f7fd 0001 0001" }),
    ),
    edge("to-multicast", packetWith({ dst: "224.0.0.1" })),
    edge("to-highest-multicast", packetWith({ dst: "239.255.255.255" }), port),
    edge("to-broadcast", packetWith({ dst: "255.255.255.255" }), port),
    edge("to-223", packetWith({ dst: "223.255.255.255" })),
    edge("from-zero-net", packetWith({ src: "0.1.2.3" })),
    edge("from-one", packetWith({ src: "1.0.0.0" })),
    edge("from-126", packetWith({ src: "126.255.255.255" })),
    edge("from-127", packetWith({ src: "127.0.0.1" })),
    edge("from-highest-127", packetWith({ src: "127.255.255.254" })),
    edge("from-128", packetWith({ src: "128.0.0.0" })),
    edge("from-223", packetWith({ src: "223.255.255.255" })),
    edge("from-multicast", packetWith({ src: "224.0.0.1" })),
    edge("from-class-e", packetWith({ src: "240.0.0.1" })),
    edge("from-broadcast", packetWith({ src: "255.255.255.255" })),
    edge("link-broadcast", packetWith({}), port, true),
    edge("checksum-zero", packetWith({ payload: "f4ff 0000 0000 0000" })),
    edge("exact-carry", packetWith({ payload: "f500 0000 0000 0000" })),
  ],
  generators: {
    packets: tuple(ipv4PacketBytes({ accepts: isCase }), cause, context),
    icmp: tuple(icmpPackets, cause, context),
  },
  reference(packet, about, { linkBroadcast }) {
    const parsed = parseIpv4(packet);
    if (!parsed.ok) throw new TypeError(parsed.error.code);
    // Which directed broadcasts there are depends on a router's own links: here it has none.
    const router = { interfaces: [], routes: [], forwarding: true };
    if (!mayCauseIcmpv4Error(router, { interface: "", linkBroadcast }, parsed.value)) return null;
    const { headerBytes, totalLength } = parsed.value;
    const data = packet.subarray(0, Math.min(headerBytes + 8, totalLength));
    const message = emitIcmpv4({ ...headOf(about), data });
    return message.ok ? message.value : null;
  },
  accepts: (args) => acceptedArgs.safeParse(args).success,
  // A router may quote more than 8 bytes of data, as long as the error stays short (RFC 1812 §4.3.2.3).
  sameResult(expected, actual, [packet]) {
    if (expected === null || !(actual instanceof Uint8Array)) return expected === actual;
    const parsed = parseIpv4(packet);
    if (!parsed.ok || actual.length < icmpHeaderBytes) return false;
    const quote = actual.subarray(icmpHeaderBytes);
    const whole = packet.subarray(0, parsed.value.totalLength);
    return (
      equalBytes(withoutChecksum(actual), withoutChecksum(expected)) &&
      verifiesChecksum(actual) &&
      quote.length >= Math.min(ipv4HeaderEnd(packet) + 8, whole.length) &&
      ipv4MinimumHeader + actual.length <= longestError &&
      equalBytes(quote, whole.subarray(0, quote.length))
    );
  },
});

/** Type, code and second word. */
const withoutChecksum = (message: Uint8Array): Uint8Array =>
  concatBytes(message.subarray(0, 2), message.subarray(4, 8));

function headOf(about: IcmpCause): { type: number; code: number; rest: number } {
  const unreachable = (code: number, rest = 0) => ({ type: icmpv4Type.destinationUnreachable, code, rest });
  switch (about.kind) {
    case "ttl-exceeded":
      return { type: icmpv4Type.timeExceeded, code: 0, rest: 0 };
    case "net-unreachable":
      return unreachable(unreachableCode.network);
    case "host-unreachable":
      return unreachable(unreachableCode.host);
    case "port-unreachable":
      return unreachable(unreachableCode.port);
    case "fragmentation-needed":
      return unreachable(unreachableCode.fragmentationNeeded, about.mtu);
  }
}

function bytes(text: string, zeros = 0): Uint8Array {
  const parsed = fromHex(text);
  if (parsed === null) throw new RangeError(`not hexadecimal: ${text}`);
  return concatBytes(parsed, new Uint8Array(zeros));
}
