import { tuple } from "fast-check";
import { z } from "zod";
import { defineExercise } from "#course/exercise/exercise.ts";
import { ethernetFrameBytes } from "#course/generators/ethernet-frame.ts";
import { concatBytes } from "#net/bytes/byte-string.ts";
import { fromHex } from "#net/bytes/hex.ts";
import { etherType, parseEthernet } from "#net/wire/ethernet.ts";
import { ethernetLayout } from "#net/wire/ethernet-layout.ts";
import { broadcastMac, formatMac, isGroupMac, type Mac } from "#net/wire/mac.ts";

/** Ethernet II and 802.3, at most one 802.1Q tag; no length that the frame does not hold. */
function isAccepted(frame: Uint8Array): boolean {
  if (frame.length > 9018) return false;
  const parsed = parseEthernet(frame);
  if (!parsed.ok) return parsed.error.code === "truncated";
  return parsed.value.tags.length <= 1 && parsed.value.tags.every(({ tpid }) => tpid === etherType.vlan);
}

const acceptedArgs = z.tuple([z.instanceof(Uint8Array).refine(isAccepted)]);

const castOf = (mac: Mac): EthernetFrame["cast"] =>
  mac === broadcastMac ? "broadcast" : isGroupMac(mac) ? "multicast" : "unicast";

const edge = (name: string, hex: string, zeros = 0): { name: string; args: [Uint8Array] } => ({
  name,
  args: [concatBytes(bytes(hex), new Uint8Array(zeros))],
});

/** IEEE 802.3 §3.1 and §3.2, IEEE 802.1Q §9, RFC 894. */
export default defineExercise<[frame: Uint8Array], EthernetFrame | Fail<"truncated">>({
  number: "07.1",
  entry: "parseEthernet",
  level: 2,
  points: 4,
  prerequisites: ["01.1"],
  parameters: [{ name: "frame", shape: { kind: "bytes", layout: ethernetLayout } }],
  result: {
    kind: "value",
    fields: {
      ".dst": "Destination Address",
      ".src": "Source Address",
      ".vlan": "VID",
      ".etherType": "Type/Length",
    },
  },
  golden: [
    {
      name: "ethernet-two",
      args: [
        bytes(
          "8ea7c354c7abd4bae99912bc1234f17831083f0d3b6d5a6882cdca73ec48cff88a50e5b053706b3c82ec96da7048db6827dcc208775ca95ca1aec255",
        ),
      ],
      expected: {
        dst: "8e:a7:c3:54:c7:ab",
        src: "d4:ba:e9:99:12:bc",
        cast: "unicast",
        srcValid: true,
        vlan: null,
        etherType: 0x1234,
        payload: bytes(
          "f17831083f0d3b6d5a6882cdca73ec48cff88a50e5b053706b3c82ec96da7048db6827dcc208775ca95ca1aec255",
        ),
      },
      source: "tshark 4.0.17, scapy 2.5.0",
    },
    {
      name: "ipv6-group",
      args: [
        bytes(
          "333300000001d4aace10981788b64693bb138b886133b33bc72db7efa5567d880d47f679c6fee9113207a345deef3f686a314f847b10792e3e60d74a",
        ),
      ],
      expected: {
        dst: "33:33:00:00:00:01",
        src: "d4:aa:ce:10:98:17",
        cast: "multicast",
        srcValid: true,
        vlan: null,
        etherType: 0x88b6,
        payload: bytes(
          "4693bb138b886133b33bc72db7efa5567d880d47f679c6fee9113207a345deef3f686a314f847b10792e3e60d74a",
        ),
      },
      source: "tshark 4.0.17, scapy 2.5.0",
    },
    {
      name: "tagged",
      args: [
        bytes(
          "18cdc3c6f9918c048d15e5528100665188b5cfedec1a0b9695033094a6a8cf8da1ab5a04d12e10350f101f5545a5829c7896dea7b5b712df22398c1d15219f15",
        ),
      ],
      expected: {
        dst: "18:cd:c3:c6:f9:91",
        src: "8c:04:8d:15:e5:52",
        cast: "unicast",
        srcValid: true,
        vlan: 1617,
        etherType: 0x88b5,
        payload: bytes(
          "cfedec1a0b9695033094a6a8cf8da1ab5a04d12e10350f101f5545a5829c7896dea7b5b712df22398c1d15219f15",
        ),
      },
      source: "tshark 4.0.17, scapy 2.5.0",
    },
    {
      name: "tagged-group",
      args: [
        bytes(
          "01005e0000011af6e4a51ced81002d7388b519058c157d176f43dd03fe176b9b36b39d321660bfb4e9064cc2866215875d26b9f263c33e1cb928b4ed9dc42722",
        ),
      ],
      expected: {
        dst: "01:00:5e:00:00:01",
        src: "1a:f6:e4:a5:1c:ed",
        cast: "multicast",
        srcValid: true,
        vlan: 3443,
        etherType: 0x88b5,
        payload: bytes(
          "19058c157d176f43dd03fe176b9b36b39d321660bfb4e9064cc2866215875d26b9f263c33e1cb928b4ed9dc42722",
        ),
      },
      source: "tshark 4.0.17, scapy 2.5.0",
    },
    {
      name: "length-22",
      args: [
        bytes(
          "9ed0153b42f1d0818c32c874001606e00358b25366bc6a721d1c9a6999698243365e201e000000000000000000000000000000000000000000000000",
        ),
      ],
      expected: {
        dst: "9e:d0:15:3b:42:f1",
        src: "d0:81:8c:32:c8:74",
        cast: "unicast",
        srcValid: true,
        vlan: null,
        etherType: null,
        payload: bytes("06e00358b25366bc6a721d1c9a6999698243365e201e"),
      },
      source: "tshark 4.0.17, scapy 2.5.0",
    },
    {
      name: "length-48-broadcast",
      args: [
        bytes(
          "ffffffffffff626d241ececf0030aaaa0300000088b500000000000000000000000000000000000000000000000000000000000000000000000000000000",
        ),
      ],
      expected: {
        dst: "ff:ff:ff:ff:ff:ff",
        src: "62:6d:24:1e:ce:cf",
        cast: "broadcast",
        srcValid: true,
        vlan: null,
        etherType: null,
        payload: bytes(
          "aaaa0300000088b500000000000000000000000000000000000000000000000000000000000000000000000000000000",
        ),
      },
      source: "tshark 4.0.17, scapy 2.5.0",
    },
  ],
  edges: [
    edge(
      "course-frame",
      "aabb ccdd eeff 0a22 3344 5566 0800 4500 003c 0001 4000 4006 1eb3 0af4 0105 0808 0808",
    ),
    edge(
      "course-source",
      "aabb ccdd eeff 1122 3344 5566 0800 4500 003c 0001 4000 4006 f2a1 0af4 0105 0808 0808",
    ),
    edge("arp-broadcast", "ffff ffff ffff 0a22 3344 5566 0806 0001 0800 0604 0001", 38),
    edge("ipv6", "0200 0000 0002 0200 0000 0001 86dd 6000 0000 0000 3b40", 32),
    edge("vlan-42", "0200 0000 0002 0200 0000 0001 8100 a02a 0800 4500"),
    edge("vlan-with-dei", "0200 0000 0002 0200 0000 0001 8100 1001 0800 4500"),
    edge("vlan-4095", "0200 0000 0002 0200 0000 0001 8100 0fff 0800 4500"),
    edge("vlan-0", "0200 0000 0002 0200 0000 0001 8100 e000 0800 4500"),
    edge("tagged-length", "0180 c200 0000 0200 0000 0001 8100 0007 0003 4242 0300 00"),
    edge("spanning-tree", "0180 c200 0000 0200 0000 0001 0026 4242 0300", 42),
    edge("ipv4-group", "0100 5e00 0001 0200 0000 0001 0800 4600"),
    edge("group-beginning-with-ff", "ff02 0000 0001 0200 0000 0001 0800 4600"),
    edge("local-station", "0200 0000 0001 0600 0000 0001 0800 4500"),
    edge("global-station", "0000 0c07 ac01 000c 29ab cdef 0800 4500"),
    edge("first-byte-80", "8000 0000 0001 8000 0000 0003 0800 4500"),
    edge("source-zero", "0200 0000 0002 0000 0000 0000 0800 4500"),
    edge("source-broadcast", "0200 0000 0002 ffff ffff ffff 0800 4500"),
    edge("type-0600", "0200 0000 0002 0200 0000 0001 0600 0102"),
    edge("length-0", "0200 0000 0002 0200 0000 0001 0000 0102 03"),
    edge("length-1500", "0200 0000 0002 0200 0000 0001 05dc", 1500),
    edge("jumbo", "0200 0000 0002 0200 0000 0001 0800 4500", 3000),
    edge("no-payload", "0200 0000 0002 0200 0000 0001 0800"),
    edge("thirteen-bytes", "0200 0000 0002 0200 0000 0001 08"),
    edge("seventeen-bytes-tagged", "0200 0000 0002 0200 0000 0001 8100 002a 08"),
    edge("fifteen-bytes-tagged", "0200 0000 0002 0200 0000 0001 8100 00"),
    edge("tagged-no-payload", "0200 0000 0002 0200 0000 0001 8100 002a 0800"),
    edge("empty", ""),
  ],
  generators: { frames: tuple(ethernetFrameBytes({ damaged: true, accepts: isAccepted })) },
  reference(frame) {
    const parsed = parseEthernet(frame);
    if (!parsed.ok) return { error: "truncated" };
    const { destination, source, tags, etherType: type, payload } = parsed.value;
    return {
      dst: formatMac(destination),
      src: formatMac(source),
      cast: castOf(destination),
      srcValid: !isGroupMac(source) && source !== 0,
      vlan: tags[0]?.id ?? null,
      etherType: type,
      payload,
    };
  },
  accepts: (args) => acceptedArgs.safeParse(args).success,
});

function bytes(text: string): Uint8Array {
  const parsed = fromHex(text);
  if (parsed === null) throw new RangeError(`not hexadecimal: ${text}`);
  return parsed;
}
