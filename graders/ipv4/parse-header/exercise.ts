import { tuple } from "fast-check";
import { z } from "zod";
import { defineExercise } from "#course/exercise/exercise.ts";
import { ipv4PacketBytes } from "#course/generators/ipv4-packet.ts";
import { concatBytes } from "#net/bytes/byte-string.ts";
import { fromHex } from "#net/bytes/hex.ts";
import { formatIpv4Address } from "#net/wire/address.ts";
import { ipv4Layout } from "#net/wire/ipv4-layout.ts";
import { parseIpv4, type Ipv4ParseError } from "#net/wire/ipv4.ts";

const domain = z.tuple([z.instanceof(Uint8Array).refine((bytes) => bytes.length <= 0xffff + 46)]);

const hex = (text: string): Uint8Array => {
  const bytes = fromHex(text);
  if (bytes === null) throw new Error(`not hexadecimal: ${text}`);
  return bytes;
};
const zeros = (length: number): Uint8Array => new Uint8Array(length);

/** A header and as many zero bytes behind it. */
const packet = (header: string, payloadBytes = 0): [Uint8Array] => [
  concatBytes(hex(header), zeros(payloadBytes)),
];

const edge = (name: string, header: string, payloadBytes = 0) => ({
  name,
  args: packet(header, payloadBytes),
});

/** A fragment is told by MF and the offset alone (RFC 791 §3.2). */
function kindOf(mf: boolean, fragmentOffset: number): IPv4Header["kind"] {
  if (fragmentOffset === 0) return mf ? "first" : "whole";
  return mf ? "middle" : "last";
}

const syn =
  "d431 01bb 0000 03e8 0000 0000 a002 faf0 5f2a 0000 0204 05b4 0402 080a 1234 e5d3 0000 0000 0103 0307";
const get =
  "d431 0050 000f 4240 0007 a120 5018 faf0 09c6 0000 4745 5420 2f20 4854 5450 2f31 2e31 0d0a 486f 7374 3a20 676f" +
  "6f67 6c65 2e63 6f6d 0d0a 5573 6572 2d41 6765 6e74 3a20 7079 7468 6f6e 2d72 6571 7565 7374 732f 322e 3331" +
  "2e30 0d0a 0d0a";

/** What the headers below have in common: 20 bytes, nothing in the second byte. */
const plain = { version: 4, ihl: 5, headerBytes: 20, dscp: 0, ecn: 0, ttl: 64, options: zeros(0) } as const;
const fromCourse = {
  ...plain,
  df: true,
  mf: false,
  fragmentOffset: 0,
  protocol: 6,
  src: "10.244.1.5",
  kind: "whole",
} as const;
const fragment = {
  ...plain,
  df: false,
  identification: 0x1234,
  protocol: 17,
  src: "192.168.100.10",
  dst: "192.168.150.10",
} as const;

/** Which header field each member of the result comes from. */
const fields = {
  ".version": "Version",
  ".ihl": "IHL",
  ".headerBytes": "IHL",
  ".dscp": "DSCP",
  ".ecn": "ECN",
  ".totalLength": "Total Length",
  ".identification": "Identification",
  ".df": "DF",
  ".mf": "MF",
  ".fragmentOffset": "Fragment Offset",
  ".ttl": "Time to Live",
  ".protocol": "Protocol",
  ".checksum": "Header Checksum",
  ".src": "Source Address",
  ".dst": "Destination Address",
  ".options": "Options",
  ".payload": "Payload",
};

export default defineExercise<[bytes: Uint8Array], IPv4Header | Fail<Ipv4ParseError>>({
  number: "02.2",
  entry: "parseIPv4Header",
  level: 3,
  points: 6,
  prerequisites: ["01.1", "02.1"],
  parameters: [{ name: "bytes", shape: { kind: "bytes", layout: ipv4Layout } }],
  result: { kind: "value", fields },
  golden: [
    {
      name: "course-datagram",
      args: packet("4500 00be d431 4000 4006 11e7 0af4 0105 8efa b92e", 170),
      expected: {
        ...fromCourse,
        totalLength: 190,
        identification: 54321,
        checksum: 0x11e7,
        dst: "142.250.185.46",
        payload: zeros(170),
      },
      source: "tcpdump 4.99.3",
    },
    {
      name: "repaired-syn",
      args: packet(`4500 003c 0001 4000 4006 1eb3 0af4 0105 0808 0808 ${syn}`),
      expected: {
        ...fromCourse,
        totalLength: 60,
        identification: 1,
        checksum: 0x1eb3,
        dst: "8.8.8.8",
        payload: hex(syn),
      },
      source: "tcpdump 4.99.3",
    },
    {
      name: "http-request",
      args: packet(`4500 0070 d431 4000 4006 1235 0af4 0105 8efa b92e ${get}`),
      expected: {
        ...fromCourse,
        totalLength: 112,
        identification: 54321,
        checksum: 0x1235,
        dst: "142.250.185.46",
        payload: hex(get),
      },
      source: "tcpdump 4.99.3",
    },
    {
      name: "last-fragment",
      args: packet("4500 0028 1234 0172 4011 ebb9 c0a8 640a c0a8 960a", 20),
      expected: {
        ...fragment,
        totalLength: 40,
        mf: false,
        fragmentOffset: 2960,
        checksum: 0xebb9,
        payload: zeros(20),
        kind: "last",
      },
      source: "tcpdump 4.99.3",
    },
    {
      name: "first-fragment",
      args: packet("4500 05dc 1234 2000 4011 c777 c0a8 640a c0a8 960a", 1480),
      expected: {
        ...fragment,
        totalLength: 1500,
        mf: true,
        fragmentOffset: 0,
        checksum: 0xc777,
        payload: zeros(1480),
        kind: "first",
      },
      source: "tcpdump 4.99.3",
    },
    {
      name: "middle-fragment",
      args: packet("4500 05dc 1234 20b9 4011 c6be c0a8 640a c0a8 960a", 1480),
      expected: {
        ...fragment,
        totalLength: 1500,
        mf: true,
        fragmentOffset: 1480,
        checksum: 0xc6be,
        payload: zeros(1480),
        kind: "middle",
      },
      source: "tcpdump 4.99.3",
    },
    {
      name: "quoted-by-icmp",
      args: packet("4500 003c 1d0f 0000 0111 213d c0a8 640a c0a8 960a 9c40 829a 0028 655d"),
      expected: { error: "total-length" },
      source: "RFC 792",
    },
  ],
  edges: [
    edge("whole-header-only", "4500 0014 0001 0000 4011 66d6 0a00 0001 0a00 0002"),
    edge("options-header-only", "4600 0018 0001 0000 4011 63d1 0a00 0001 0a00 0002 0101 0100"),
    edge(
      "router-alert",
      "46c0 0028 0000 4000 0102 f800 0af4 0105 e000 0016 9404 0000 2200 f000 0000 0001 0400 0000 e9fc 0001",
    ),
    edge(
      "full-options",
      "4f00 0040 0001 0000 4011 3239 0a00 0001 0a00 0002 0727 28c0 a864 01c0 a864 01c0 a864 01c0 a864 01c0 a864 01c0 a864 01c0 a864 01c0 a864 01c0 a864 0100 0102 0304",
    ),
    edge("ethernet-padding", "4500 001c 0001 0000 4011 66ce 0a00 0001 0a00 0002 03e8 07d0 0008 0000", 18),
    edge("padding-after-empty", "4500 0014 0001 0000 4011 66d6 0a00 0001 0a00 0002", 26),
    edge("df-alone", "4500 0016 0001 4000 4011 26d4 0a00 0001 0a00 0002 0102"),
    edge("df-and-last", "4500 0016 0001 4001 4011 26d3 0a00 0001 0a00 0002 0102"),
    edge("df-and-first", "4500 001c 0001 6000 4011 06ce 0a00 0001 0a00 0002 0102 0304 0506 0708"),
    edge("mf-offset-0", "4500 001c 0001 2000 4011 46ce 0a00 0001 0a00 0002 0102 0304 0506 0708"),
    edge("mf-offset-8", "4500 001c 0001 2001 4011 46cd 0a00 0001 0a00 0002 0102 0304 0506 0708"),
    edge("mf-offset-largest", "4500 0014 0001 3fff 4011 26d7 0a00 0001 0a00 0002"),
    edge("last-offset-largest", "4500 0016 0001 1fff 4011 46d5 0a00 0001 0a00 0002 0102"),
    edge("offset-2048", "4500 0016 0001 0100 4011 65d4 0a00 0001 0a00 0002 0102"),
    edge("reserved-bit", "4500 0016 0001 8000 4011 e6d3 0a00 0001 0a00 0002 0102"),
    edge("reserved-bit-fragment", "4500 001c 0001 a001 4011 c6cc 0a00 0001 0a00 0002 0102 0304 0506 0708"),
    edge("dscp-ef-ecn", "45b9 0016 0001 0000 4011 661b 0a00 0001 0a00 0002 0102"),
    edge("dscp-high-ecn-3", "45ff 0016 0001 0000 4011 65d5 0a00 0001 0a00 0002 0102"),
    edge("extreme-addresses", "4500 0014 0001 0000 4011 7ad9 ffff ffff 0000 0000"),
    edge("large-total-length", "4500 0101 1234 00b9 4011 52fd 0a00 0001 0a00 0002", 237),
    edge("empty", ""),
    edge("one-byte", "45"),
    edge("nineteen-bytes", "4500 0014 0001 0000 4011 66d6 0a00 0001 0a00 00"),
    edge("truncated-and-version-6", "6500 0014 0001"),
    edge(
      "ipv6-packet",
      "6000 0000 0008 1140 fe80 0000 0000 0000 0000 0000 0000 0001 ff02 0000 0000 0000 0000 0000 0000 0001 03e8 07d0 0008 0000",
    ),
    edge("version-6", "6500 0014 0001 0000 4011 46d6 0a00 0001 0a00 0002"),
    edge("version-5-and-total-length", "5500 07d0 0001 0000 4011 4f1a 0a00 0001 0a00 0002"),
    edge("ihl-4", "4400 0014 0001 0000 4011 67d6 0a00 0001 0a00 0002"),
    edge("ihl-0", "4000 0014 0001 0000 4011 6bd6 0a00 0001 0a00 0002"),
    edge("ihl-4-and-total-length", "4400 07d0 0001 0000 4011 601a 0a00 0001 0a00 0002"),
    edge("ihl-beyond-buffer", "4600 0018 0001 0000 4011 65d2 0a00 0001 0a00 0002"),
    edge("ihl-beyond-and-total-length", "4600 07d0 0001 0000 4011 5e1a 0a00 0001 0a00 0002"),
    edge("total-length-below-header", "4500 0013 0001 0000 4011 66d7 0a00 0001 0a00 0002 0102"),
    edge("total-length-inside-options", "4600 0014 0001 0000 4011 63d5 0a00 0001 0a00 0002 0101 0100 0102"),
    edge("total-length-one-too-many", "4500 0017 0001 0000 4011 66d3 0a00 0001 0a00 0002 0102"),
    edge("total-length-zero", "4500 0000 0001 0000 4011 66ea 0a00 0001 0a00 0002"),
  ],
  generators: {
    "any-packet": tuple(ipv4PacketBytes({ checksum: "any" })),
    "damaged-packet": tuple(ipv4PacketBytes({ damaged: true, checksum: "any" })),
  },
  reference(bytes) {
    const parsed = parseIpv4(bytes);
    if (!parsed.ok) return { error: parsed.error.code };
    const { ihl, headerBytes, dscp, ecn, totalLength, identification, df, mf, fragmentOffset } = parsed.value;
    const { ttl, protocol, checksum, source, destination, options, payload } = parsed.value;
    return {
      version: 4,
      ihl,
      headerBytes,
      dscp,
      ecn,
      totalLength,
      identification,
      df,
      mf,
      fragmentOffset,
      ttl,
      protocol,
      checksum,
      src: formatIpv4Address(source),
      dst: formatIpv4Address(destination),
      options,
      payload,
      kind: kindOf(mf, fragmentOffset),
    };
  },
  accepts: (args) => domain.safeParse(args).success,
});
