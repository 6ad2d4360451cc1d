import type { GoldenCase } from "#course/exercise/exercise.ts";
import { parseIpv4Address } from "#net/wire/address.ts";
import { emitIcmpv4 } from "#net/wire/icmpv4.ts";
import { emitIpv4 } from "#net/wire/ipv4.ts";
import { bytes, linux, type Case } from "./exercise-cases.ts";

/** What a Linux router did with frames that were put on its links: test/conformance/data/net/forwarding.json. */
export const golden: readonly GoldenCase<Case, RouterAction>[] = [
  {
    name: "linux-connected",
    args: [linux, "e1", bytes("4500001c0b48000080017626ac1f012a0a2902010800b16a45d600bf")],
    expected: {
      kind: "transmit",
      iface: "e2",
      dstMac: "02:00:00:00:0b:01",
      packet: bytes("4500001c0b4800007f017726ac1f012a0a2902010800b16a45d600bf"),
    },
    source: "Linux 6.18",
  },
  {
    name: "linux-next-hop",
    args: [linux, "e1", bytes("45b8001c8b850000ff014648ac1f0102cb00713908003c4cbab600fd")],
    expected: {
      kind: "transmit",
      iface: "e2",
      dstMac: "02:00:00:00:0b:01",
      packet: bytes("45b8001c8b850000fe014748ac1f0102cb00713908003c4cbab600fd"),
    },
    source: "Linux 6.18",
  },
  {
    name: "linux-ttl-1",
    args: [linux, "e1", bytes("450000240d9500000101c226ac1f015fcb00719f080003c4e74e000287414415cb3d7656")],
    expected: {
      kind: "icmp",
      iface: "e1",
      dstMac: "02:00:00:00:0a:01",
      packet: error4(
        11,
        0,
        0,
        "10.41.1.254",
        "172.31.1.95",
        "450000240d9500000101c226ac1f015fcb00719f080003c4e74e000287414415cb3d7656",
      ),
    },
    source: "Linux 6.18",
  },
  {
    name: "linux-no-route",
    args: [linux, "e1", bytes("4500001c61cc000040010045ac1f01476463070708003b99bbdf0087")],
    expected: {
      kind: "icmp",
      iface: "e1",
      dstMac: "02:00:00:00:0a:01",
      packet: error4(
        3,
        0,
        0,
        "10.41.1.254",
        "172.31.1.71",
        "4500001c61cc000040010045ac1f01476463070708003b99bbdf0087",
      ),
    },
    source: "Linux 6.18",
  },
  {
    name: "linux-echo-no-route",
    args: [linux, "e1", bytes("45000024c0a2000009011efdac1f01b06463c0070800cead0001000258eddfe10bb8e4c7")],
    expected: {
      kind: "icmp",
      iface: "e1",
      dstMac: "02:00:00:00:0a:01",
      packet: error4(
        3,
        0,
        0,
        "10.41.1.254",
        "172.31.1.176",
        "45000024c0a2000009011efdac1f01b06463c0070800cead0001000258eddfe10bb8e4c7",
      ),
    },
    source: "Linux 6.18",
  },
  {
    name: "linux-first-fragment",
    args: [
      linux,
      "e1",
      bytes(
        "4500005cc53f20000111ea23ac1f01b2cb00715cde0e88cd00481955dfd260a0bff7c8156b63bc7bce10cc155d1f070244f842f52df9d9ff309b0cf0eb204ef7dbba1b6a6871a305fcca242b511739970f5cda7ec331d6124f601e0c",
      ),
    ],
    expected: {
      kind: "icmp",
      iface: "e1",
      dstMac: "02:00:00:00:0a:01",
      packet: error4(
        11,
        0,
        0,
        "10.41.1.254",
        "172.31.1.178",
        "4500005cc53f20000111ea23ac1f01b2cb00715cde0e88cd00481955dfd260a0bff7c8156b63bc7bce10cc155d1f070244f842f52df9d9ff309b0cf0eb204ef7dbba1b6a6871a305fcca242b511739970f5cda7ec331d6124f601e0c",
      ),
    },
    source: "Linux 6.18",
  },
  {
    name: "linux-later-fragment",
    args: [linux, "e1", bytes("45000024131500370211ba98ac1f01dfcb0071e68ce5c614001040bb4446d8528efcd59d")],
    expected: {
      kind: "transmit",
      iface: "e2",
      dstMac: "02:00:00:00:0b:01",
      packet: bytes("45000024131500370111bb98ac1f01dfcb0071e68ce5c614001040bb4446d8528efcd59d"),
    },
    source: "Linux 6.18",
  },
  {
    name: "linux-about-error",
    args: [
      linux,
      "e1",
      bytes(
        "4500003845dc00000101897aac1f01aecb0071a10303e788000000004500001c000100004011905ecb0071a3ac1f01af0035003500081502",
      ),
    ],
    expected: { kind: "drop", reason: "silence" },
    source: "Linux 6.18",
  },
  {
    name: "linux-bad-checksum",
    args: [linux, "e1", bytes("4500001c84b500008001c4e5ac1f011acb00710c08009ecb583600fe")],
    expected: { kind: "drop", reason: "bad-header" },
    source: "Linux 6.18",
  },
  {
    name: "linux-bad-checksum-ttl-1",
    args: [linux, "e1", bytes("4500001c2b920000011124dcac1f011bcb007128df9a4f2c0008e7b3")],
    expected: { kind: "drop", reason: "bad-header" },
    source: "Linux 6.18",
  },
  {
    name: "linux-ihl-4",
    args: [linux, "e1", bytes("44000024189f00000201b621ac1f01b5cb0071440800f53552a4009c4e4185b39bee3fa6")],
    expected: { kind: "drop", reason: "bad-header" },
    source: "Linux 6.18",
  },
  {
    name: "linux-cut",
    args: [
      linux,
      "e1",
      bytes(
        "45000044ea910000ff01e654ac1f01e2cb0071d00800fdb7b74e0044f00f3ae496a77a7ebc57983f39806414b15f7137",
      ),
    ],
    expected: { kind: "drop", reason: "bad-header" },
    source: "Linux 6.18",
  },
  {
    name: "linux-source-loopback",
    args: [linux, "e1", bytes("4500002427a60000ff01d90d7f000005cb00711f08009661cb73008fc82785ba0bcb3bee")],
    expected: { kind: "drop", reason: "silence" },
    source: "Linux 6.18",
  },
  {
    name: "linux-multicast",
    args: [
      linux,
      "e1",
      bytes(
        "45000030013a00004006db60ac1f01d2ef01013b52f101bbc63a1b9200000000500220004b1d000084c7c3cdfc342b4c",
      ),
    ],
    expected: { kind: "drop", reason: "silence" },
    source: "Linux 6.18",
  },
];

/** An error as the kernel sent it: TTL 64, tos 0xc0; its identification is its own. */
function error4(
  type: number,
  code: number,
  rest: number,
  source: Ip,
  destination: Ip,
  quoted: string,
): Uint8Array {
  const message = emitIcmpv4({ type, code, rest, data: bytes(quoted) });
  if (!message.ok) throw new RangeError(message.error.code);
  const carrier = emitIpv4({
    dscp: 48,
    ecn: 0,
    identification: 0,
    df: false,
    mf: false,
    fragmentOffset: 0,
    ttl: 64,
    protocol: 1,
    source: parseIpv4Address(source) ?? 0,
    destination: parseIpv4Address(destination) ?? 0,
    options: new Uint8Array(),
    payload: message.value,
  });
  if (!carrier.ok) throw new RangeError(carrier.error.code);
  return carrier.value;
}
