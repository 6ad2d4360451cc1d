import { tuple } from "fast-check";
import { z } from "zod";
import { defineExercise } from "#course/exercise/exercise.ts";
import { ipv6PacketBytes } from "#course/generators/ipv6-packet.ts";
import { fromHex } from "#net/bytes/hex.ts";
import { ipv6AddressToBytes } from "#net/wire/ipv6-address.ts";
import { ipv6Layout } from "#net/wire/ipv6-layout.ts";
import { parseIpv6Header } from "#net/wire/ipv6.ts";

const domain = z.tuple([z.instanceof(Uint8Array).refine((bytes) => bytes.length <= 40 + 0xffff)]);

const one = "2001 0db8 0000 0000 0000 0000 0000 0001";
const two = "2001 0db8 0000 0000 0000 0000 0000 0002";
const edge = (name: string, hex: string) => ({ name, args: [bytes(hex)] as [Uint8Array] });

export default defineExercise<[bytes: Uint8Array], IPv6Header | Fail<"truncated" | "version">>({
  number: "04.1",
  entry: "parseIPv6Header",
  level: 2,
  points: 4,
  prerequisites: ["02.2"],
  parameters: [{ name: "bytes", shape: { kind: "bytes", layout: ipv6Layout } }],
  result: {
    kind: "value",
    fields: {
      ".trafficClass": "Traffic Class",
      ".flowLabel": "Flow Label",
      ".payloadLength": "Payload Length",
      ".nextHeader": "Next Header",
      ".hopLimit": "Hop Limit",
      ".src": "Source Address",
      ".dst": "Destination Address",
    },
  },
  golden: [
    {
      name: "class-and-flow",
      args: [
        bytes(`6b8f bc47 0011 fd00 2001 0db8 0000 0000 b47e 5181 a74f e73a
               36c7 d0ec 298e 8a5a 9842 4678 9076 866c 4acc 3d72 e51a 1325 0128 4c4a d0e3 ae65 9d`),
      ],
      expected: {
        trafficClass: 184,
        flowLabel: 1031239,
        payloadLength: 17,
        nextHeader: 253,
        hopLimit: 0,
        src: bytes("2001 0db8 0000 0000 b47e 5181 a74f e73a"),
        dst: bytes("36c7 d0ec 298e 8a5a 9842 4678 9076 866c"),
      },
      source: "tshark 4.0.17, scapy 2.5.0",
    },
    {
      name: "no-payload",
      args: [
        bytes(
          "62c4 0b31 0000 3b2f 28d3 b3fd cfc6 e043 f4c4 d23a 30fc 7162 fe80 0000 0000 0000 7caa 5976 1ed6 02d3",
        ),
      ],
      expected: {
        trafficClass: 44,
        flowLabel: 265009,
        payloadLength: 0,
        nextHeader: 59,
        hopLimit: 47,
        src: bytes("28d3 b3fd cfc6 e043 f4c4 d23a 30fc 7162"),
        dst: bytes("fe80 0000 0000 0000 7caa 5976 1ed6 02d3"),
      },
      source: "tshark 4.0.17, scapy 2.5.0",
    },
  ],
  edges: [
    edge("plain", `6000 0000 0000 0640 ${one} ${two}`),
    edge("class-b8-flow-all-ones", `6b8f ffff 0000 1140 ${one} ${two}`),
    edge("flow-12345", `6001 2345 0008 1140 ${one} ${two} 03e8 07d0 0008 0000`),
    edge("class-0f", `60f0 0000 0000 3b40 ${one} ${two}`),
    edge("class-f0", `6f00 0000 0000 3b40 ${one} ${two}`),
    edge("class-all-ones", `6ff0 0000 0000 3b40 ${one} ${two}`),
    edge("flow-f0000", `600f 0000 0000 3b40 ${one} ${two}`),
    edge("length-256", `6000 0000 0100 1140 ${one} ${two}`),
    edge("length-beyond-buffer", `6000 0000 05dc 1140 ${one} ${two} 0102 0304`),
    edge("length-below-buffer", `6000 0000 0002 1140 ${one} ${two} 0102 0304 0506`),
    edge("length-largest", `6000 0000 ffff 1140 ${one} ${two}`),
    edge("hop-by-hop-first", `6000 0000 0008 0001 ${one} ${two} 3b00 0104 0000 0000`),
    edge("addresses-all-ones", `6000 0000 0000 3bff ${"ffff ".repeat(16)}`),
    edge("unspecified-source", `6000 0000 0000 3aff ${"0000 ".repeat(8)} ff02 ${"0000 ".repeat(6)} 0001`),
    edge("thirty-nine-bytes", `6000 0000 0000 3b40 ${one} 2001 0db8 0000 0000 0000 0000 0000 00`),
    edge("twenty-bytes", "6000 0000 0000 3b40 2001 0db8 0000 0000 0000 0000"),
    edge("empty", ""),
    edge("truncated-and-version-4", "4500 0014 0001 0000 4011 66d6 0a00 0001 0a00 0002"),
    edge("version-4", `4000 0000 0000 3b40 ${one} ${two}`),
    edge("version-7", `7000 0000 0000 3b40 ${one} ${two}`),
    edge("version-0", `0000 0000 0000 3b40 ${one} ${two}`),
    edge("mirror-of-60", `0600 0000 0000 3b40 ${one} ${two}`),
  ],
  generators: { packets: tuple(ipv6PacketBytes()) },
  reference(bytes) {
    const parsed = parseIpv6Header(bytes);
    if (!parsed.ok) return { error: parsed.error.code };
    const { trafficClass, flowLabel, payloadLength, nextHeader, hopLimit, source, destination } =
      parsed.value;
    return {
      trafficClass,
      flowLabel,
      payloadLength,
      nextHeader,
      hopLimit,
      src: ipv6AddressToBytes(source),
      dst: ipv6AddressToBytes(destination),
    };
  },
  accepts: (args) => domain.safeParse(args).success,
});

function bytes(text: string): Uint8Array {
  const parsed = fromHex(text);
  if (parsed === null) throw new RangeError(`not hexadecimal: ${text}`);
  return parsed;
}
