import { tuple } from "fast-check";
import { z } from "zod";
import { defineExercise } from "#course/exercise/exercise.ts";
import { ipv4Fields } from "#course/generators/ipv4-fields.ts";
import { fromHex } from "#net/bytes/hex.ts";
import { parseIpv4Address } from "#net/wire/address.ts";
import { ipv4Layout } from "#net/wire/ipv4-layout.ts";
import { emitIpv4 } from "#net/wire/ipv4.ts";

const unsigned = (bits: number) =>
  z
    .int()
    .min(0)
    .max(2 ** bits - 1);
const address = z.string().refine((text) => parseIpv4Address(text) !== null);
const bytes = z.instanceof(Uint8Array);

const paddedLength = (options: Uint8Array | undefined): number => Math.ceil((options?.length ?? 0) / 4) * 4;

const domain = z.tuple([
  z
    .strictObject({
      dscp: unsigned(6).optional(),
      ecn: unsigned(2).optional(),
      identification: unsigned(16),
      df: z.boolean(),
      mf: z.boolean(),
      fragmentOffset: unsigned(16).multipleOf(8),
      ttl: unsigned(8),
      protocol: unsigned(8),
      src: address,
      dst: address,
      options: bytes.refine((options) => options.length <= 40).optional(),
      payload: bytes,
    })
    .refine(({ options, payload }) => 20 + paddedLength(options) + payload.length <= 0xffff),
]);

const hex = (text: string): Uint8Array => {
  const found = fromHex(text);
  if (found === null) throw new Error(`not hexadecimal: ${text}`);
  return found;
};
const payload = (length: number): Uint8Array => new Uint8Array(length);
const numberOf = (text: string): number => {
  const found = parseIpv4Address(text);
  if (found === null) throw new RangeError(`no IPv4 address: ${text}`);
  return found;
};

/** The least that `h` holds: a UDP datagram without data. */
const plain: IPv4Fields = {
  identification: 1,
  df: false,
  mf: false,
  fragmentOffset: 0,
  ttl: 64,
  protocol: 17,
  src: "10.0.0.1",
  dst: "10.0.0.2",
  payload: payload(0),
};
const fromCourse: IPv4Fields = { ...plain, df: true, protocol: 6, src: "10.244.1.5" };
const fragment: IPv4Fields = {
  ...plain,
  identification: 0x1234,
  src: "192.168.100.10",
  dst: "192.168.150.10",
  payload: payload(1480),
};

const edge = (name: string, fields: Partial<IPv4Fields>): { name: string; args: [IPv4Fields] } => ({
  name,
  args: [{ ...plain, ...fields }],
});
const golden = (name: string, fields: IPv4Fields, header: string) => ({
  name,
  args: [fields] as [IPv4Fields],
  expected: hex(header),
  source: "tcpdump 4.99.3",
});

/** Returns the header alone, its checksum field left at zero. */
export default defineExercise<[h: IPv4Fields], Uint8Array>({
  number: "02.3",
  entry: "buildIPv4Header",
  level: 3,
  points: 6,
  prerequisites: ["02.2"],
  parameters: [{ name: "h", shape: { kind: "value" } }],
  result: { kind: "bytes", layout: ipv4Layout },
  golden: [
    golden(
      "course-datagram",
      { ...fromCourse, identification: 54321, dst: "142.250.185.46", payload: payload(170) },
      "4500 00be d431 4000 4006 0000 0af4 0105 8efa b92e",
    ),
    golden(
      "repaired-syn",
      { ...fromCourse, dst: "8.8.8.8", payload: payload(40) },
      "4500 003c 0001 4000 4006 0000 0af4 0105 0808 0808",
    ),
    golden("first-fragment", { ...fragment, mf: true }, "4500 05dc 1234 2000 4011 0000 c0a8 640a c0a8 960a"),
    golden(
      "middle-fragment",
      { ...fragment, mf: true, fragmentOffset: 1480 },
      "4500 05dc 1234 20b9 4011 0000 c0a8 640a c0a8 960a",
    ),
    golden(
      "last-fragment",
      { ...fragment, fragmentOffset: 2960, payload: payload(20) },
      "4500 0028 1234 0172 4011 0000 c0a8 640a c0a8 960a",
    ),
    golden(
      "vxlan-outer",
      { ...plain, identification: 3, df: true, src: "172.16.0.11", dst: "172.16.0.12", payload: payload(58) },
      "4500 004e 0003 4000 4011 0000 ac10 000b ac10 000c",
    ),
  ],
  edges: [
    edge("no-payload", {}),
    edge("options-1", { options: hex("07") }),
    edge("options-3", { options: hex("0703 04") }),
    edge("options-4", { options: hex("9404 0000") }),
    edge("options-5", { options: hex("0101 9404 05") }),
    edge("options-40", { options: new Uint8Array(40).map((_, i) => i + 1) }),
    edge("options-empty", { options: new Uint8Array(0) }),
    edge("options-and-payload", { options: hex("0101 9404 0000"), payload: payload(30) }),
    edge("payload-255", { payload: payload(255) }),
    edge("df-and-mf", { df: true, mf: true }),
    edge("df-and-offset", { df: true, fragmentOffset: 1480 }),
    edge("all-flags-largest-offset", { df: true, mf: true, fragmentOffset: 65_528 }),
    edge("offset-8", { mf: true, fragmentOffset: 8 }),
    edge("offset-2048", { fragmentOffset: 2048 }),
    edge("ef-and-ecn", { dscp: 46, ecn: 1 }),
    edge("dscp-without-ecn", { dscp: 46 }),
    edge("ecn-without-dscp", { ecn: 3 }),
    edge("all-of-second-byte", { dscp: 63, ecn: 3 }),
    edge("extreme-addresses", { src: "255.255.255.255", dst: "0.0.0.0" }),
    edge("all-zero", { identification: 0, ttl: 0, protocol: 0, src: "0.0.0.0", dst: "0.0.0.0" }),
    edge("all-ones", {
      identification: 0xffff,
      ttl: 255,
      protocol: 255,
      src: "255.255.255.255",
      dst: "255.255.255.255",
    }),
    edge("payload-65515", { payload: payload(65_515) }),
  ],
  generators: { "any-fields": tuple(ipv4Fields()) },
  reference({ dscp = 0, ecn = 0, options = new Uint8Array(0), ...h }) {
    const source = numberOf(h.src);
    const destination = numberOf(h.dst);
    const packet = emitIpv4({ ...h, dscp, ecn, options, source, destination, checksum: 0 });
    if (!packet.ok) throw new RangeError(`${packet.error.field ?? "field"} out of range`);
    return packet.value.slice(0, packet.value.length - h.payload.length);
  },
  accepts: (args) => domain.safeParse(args).success,
});
