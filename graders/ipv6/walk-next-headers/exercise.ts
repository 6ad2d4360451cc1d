import { tuple } from "fast-check";
import { z } from "zod";
import { defineExercise } from "#course/exercise/exercise.ts";
import { ipv6ChainBytes } from "#course/generators/ipv6-packet.ts";
import { isLaterFragment } from "#course/generators/ipv6-sketch.ts";
import { readU8 } from "#net/bytes/big-endian.ts";
import { fromHex } from "#net/bytes/hex.ts";
import { ipProtocol } from "#net/wire/ip-protocol.ts";
import { ipv6ChainLayout } from "#net/wire/ipv6-chain-layout.ts";
import { extensionHeaderLength, isExtensionHeader } from "#net/wire/ipv6-extensions.ts";

import { ipv6HeaderBytes, ipv6Offsets } from "#net/wire/ipv6.ts";

type ChainLink = { protocol: number; offset: number; length: number };
type Walk = { chain: ChainLink[]; upper: number | null; upperOffset: number };

const domain = z.tuple([z.instanceof(Uint8Array).refine(isTold)]);

/** A fixed header that announces `nextHeader`, and what stands behind it. */
const packet = (nextHeader: string, rest: string): [Uint8Array] => {
  const payload = bytes(rest);
  const length = payload.length.toString(16).padStart(4, "0");
  return [
    bytes(`6000 0000 ${length} ${nextHeader}40
           2001 0db8 0000 0000 0000 0000 0000 0001 2001 0db8 0000 0000 0000 0000 0000 0002 ${rest}`),
  ];
};
const edge = (name: string, nextHeader: string, rest: string) => ({ name, args: packet(nextHeader, rest) });

const tcp = "d431 01bb 0000 03e8 0000 0000 5002 faf0 0000 0000";
const routing = (next: string) => `${next}02 0400 0000 0000 2001 0db8 0000 0000 0000 0000 0000 0003`;
const options = (next: string) => `${next}00 0104 0000 0000`;

export default defineExercise<[packet: Uint8Array], Walk | Fail<"truncated">>({
  number: "04.2",
  entry: "walkNextHeaders",
  level: 3,
  points: 6,
  prerequisites: ["04.1"],
  parameters: [{ name: "packet", shape: { kind: "bytes", layout: ipv6ChainLayout } }],
  result: { kind: "value" },
  golden: [
    {
      name: "figure-tcp",
      args: packet("06", tcp),
      expected: { chain: [], upper: 6, upperOffset: 40 },
      source: "RFC 8200 §4, first figure",
    },
    {
      name: "figure-routing",
      args: packet("2b", routing("06") + tcp),
      expected: { chain: [{ protocol: 43, offset: 40, length: 24 }], upper: 6, upperOffset: 64 },
      source: "RFC 8200 §4, second figure",
    },
    {
      name: "figure-routing-fragment",
      args: packet("2b", `${routing("2c")} 0600 0001 0000 002a ${tcp}`),
      expected: {
        chain: [
          { protocol: 43, offset: 40, length: 24 },
          { protocol: 44, offset: 64, length: 8 },
        ],
        upper: 6,
        upperOffset: 72,
      },
      source: "RFC 8200 §4, third figure",
    },
    {
      name: "five-headers",
      args: [
        bytes(`6cff 6f22 0037 0000 2001 0db8 0000 0000 0dfa 5a81 e417 ad4e 2da1 adcd c253 a3d9 cb80 46b9 d8f5 a954
               3c00 0502 0001 0100 2c00 0100 0502 0001 3300 0000 9a28 d855 3b04 0000 e06a 637c 0000 a2bf 047d 4cbc
               e390 a202 a316 f99d 1058 4d6e 16ef ad`),
      ],
      expected: {
        chain: [
          { protocol: 0, offset: 40, length: 8 },
          { protocol: 60, offset: 48, length: 8 },
          { protocol: 44, offset: 56, length: 8 },
          { protocol: 51, offset: 64, length: 24 },
        ],
        upper: null,
        upperOffset: 88,
      },
      source: "tshark 4.0.17, scapy 2.5.0",
    },
    {
      name: "later-fragment",
      args: [
        bytes(`6000 0000 0010 2c01 2c35 5da6 fbaf aeef 1fca 6532 cf36 d43c 34d0 9e4c d262 5ff5 2461 0787 77b7 507b
               3a00 c251 0fc7 201b 45f0 3219 2f3a 0fba`),
      ],
      expected: { chain: [{ protocol: 44, offset: 40, length: 8 }], upper: 58, upperOffset: 48 },
      source: "tshark 4.0.17, scapy 2.5.0",
    },
    {
      name: "long-routing-and-ah",
      args: [
        bytes(`6000 0000 0046 2b00 2078 853d 4ccd 0c5f b32e 3fb5 c49d ad10 fe80 0000 0000 0000 d239 4197 bfcb fcb7
               3304 0002 0000 0000 203f eb90 9090 0473 bfe7 2577 5d0a 9cb7 2001 0db8 0000 0000 f970 775f b5e1 dd1a
               fd04 0000 6c67 f8e2 0000 7379 bc7b e47b 829a f8f4 7424 a29d 8548 ff26 e82d`),
      ],
      expected: {
        chain: [
          { protocol: 43, offset: 40, length: 40 },
          { protocol: 51, offset: 80, length: 24 },
        ],
        upper: 253,
        upperOffset: 104,
      },
      source: "tshark 4.0.17, scapy 2.5.0",
    },
    {
      name: "esp-behind-options",
      args: packet("3c", `${options("32")} 0000 1001 0000 0001 a1b2 c3d4`),
      expected: { chain: [{ protocol: 60, offset: 40, length: 8 }], upper: 50, upperOffset: 48 },
      source: "RFC 8200 §4, RFC 4303 §2, by hand",
    },
  ],
  edges: [
    edge("no-next-header", "3b", ""),
    edge("esp-alone", "32", "0000 1001 0000 0001"),
    edge("options-of-sixteen", "3c", `1101 010c ${"0000 ".repeat(6)} 03e8 07d0 0008 0000`),
    edge("hop-by-hop", "00", `${options("3a")} 8000 0000 0001 0001`),
    edge("reserved-byte", "2c", `11fe 0001 0000 002a 03e8 07d0 0008 0000`),
    edge("reserved-bits", "2c", `3c00 0007 0000 002a ${options("11")}`),
    edge("first-fragment", "2c", `3c00 0001 0000 002a ${options("11")} 03e8`),
    edge("whole-in-fragment-header", "2c", "1100 0000 0000 002a 03e8 07d0 0008 0000"),
    edge("last-fragment", "2c", "0600 0008 0000 002a 0102 0304"),
    edge("later-announces-options", "2c", `3c00 0b91 0000 002a ${options("06")} ${tcp}`),
    edge("later-offset-256", "2c", `3c00 0100 0000 002a ${options("06")}`),
    edge("later-offset-4096", "2c", `3c00 1000 0000 002a ${options("06")}`),
    edge("later-offset-8000", "2c", `2b00 8001 0000 002a ${routing("06")}`),
    edge("ah-shortest", "33", `1101 0000 0000 1001 0000 0001 03e8 07d0 0008 0000`),
    edge("ah-of-sixteen", "33", `1102 0000 0000 1001 0000 0001 a1b2 c3d4 03e8`),
    edge("mobility", "87", "3b00 0000 0000 0000"),
    edge("hip", "8b", "3b00 0000 0000 0000"),
    edge("shim6", "8c", "3b00 0000 0000 0000"),
    edge(
      "all-headers",
      "00",
      `${options("3c")} ${options("2b")} ${routing("2c")} 3c00 0001 0000 002a
                               ${options("33")} 0600 0000 0000 1001 ${tcp}`,
    ),
    edge("empty-upper", "3c", options("06")),
    edge("length-byte-missing", "3c", "11"),
    edge("nothing-behind", "00", ""),
    edge("seven-bytes", "3c", "1100 0104 0000 00"),
    edge("announces-16-has-8", "3c", "1101 0104 0000 0000"),
    edge("announces-16-has-15", "2b", "1101 0400 0000 0000 0000 0000 0000 00"),
    edge("fragment-cut", "2c", "1100 0001 0000"),
    edge("ah-cut", "33", "1104 0000 0000 1001 0000 0001"),
    edge("second-header-cut", "3c", `${options("2b")} 0602 0400 0000 0000`),
    { name: "thirty-nine-bytes", args: [packet("06", "")[0].slice(0, 39)] },
    { name: "no-bytes", args: [new Uint8Array()] },
    { name: "payload-length-too-large", args: [withByte(packet("3c", options("06"))[0], 5, 99)] },
    { name: "version-4", args: [withByte(packet("3c", options("06"))[0], 0, 0x45)] },
  ],
  generators: { chains: tuple(ipv6ChainBytes(isTold)) },
  reference(packet) {
    if (packet.length < ipv6HeaderBytes) return { error: "truncated" };
    const chain: ChainLink[] = [];
    let protocol = readU8(packet, ipv6Offsets.nextHeader);
    let offset = ipv6HeaderBytes;
    while (isExtensionHeader(protocol)) {
      const length = extensionHeaderLength(packet, protocol, offset);
      if (offset + length > packet.length) return { error: "truncated" };
      chain.push({ protocol, offset, length });
      const later = protocol === ipProtocol.fragment && isLaterFragment(packet, offset);
      protocol = readU8(packet, offset);
      offset += length;
      if (later) break;
    }
    return { chain, upper: protocol === ipProtocol.noNextHeader ? null : protocol, upperOffset: offset };
  },
  accepts: (args) => domain.safeParse(args).success,
});

/** Not a later fragment that announces 59: whether its `upper` is 59 or null, the statement does not say. */
function isTold(packet: Uint8Array): boolean {
  let protocol = readU8(packet, ipv6Offsets.nextHeader);
  let offset = ipv6HeaderBytes;
  while (isExtensionHeader(protocol) && offset < packet.length) {
    const later = protocol === ipProtocol.fragment && isLaterFragment(packet, offset);
    const length = extensionHeaderLength(packet, protocol, offset);
    protocol = readU8(packet, offset);
    if (later) return protocol !== ipProtocol.noNextHeader;
    offset += length;
  }
  return packet.length <= 0xffff;
}

function withByte(packet: Uint8Array, at: number, value: number): Uint8Array {
  const copy = packet.slice();
  copy[at] = value;
  return copy;
}

function bytes(text: string): Uint8Array {
  const parsed = fromHex(text);
  if (parsed === null) throw new RangeError(`not hexadecimal: ${text}`);
  return parsed;
}
