import { tuple } from "fast-check";
import { z } from "zod";
import { defineExercise } from "#course/exercise/exercise.ts";
import { ipv6AddressBytes } from "#course/generators/ipv6-address.ts";
import { fromHex } from "#net/bytes/hex.ts";
import { ipv6MulticastMac, solicitedNode } from "#net/wire/derived-address.ts";
import { formatIpv6Address, ipv6AddressFromBytes } from "#net/wire/ipv6-address.ts";
import { formatMac } from "#net/wire/mac.ts";

type Target = { group: string; mac: Mac };

const acceptedArgs = z.tuple([z.instanceof(Uint8Array).refine(({ length }) => length === 16)]);

const edge = (name: string, hex: string): { name: string; args: [Uint8Array] } => ({
  name,
  args: [bytes(hex)],
});

/** RFC 4291 §2.7.1 (the group), RFC 2464 §7 (its MAC address), RFC 5952 (how it is written). */
export default defineExercise<[ip: Uint8Array], Target>({
  number: "07.4",
  entry: "solicitedNode",
  level: 2,
  points: 4,
  prerequisites: ["04.3", "06.2"],
  parameters: [{ name: "ip", shape: { kind: "bytes" } }],
  result: { kind: "value" },
  golden: [
    {
      name: "link-local",
      args: [bytes("fe80000000000000aabbccfffeddeeff")],
      expected: { group: "ff02::1:ffdd:eeff", mac: "33:33:ff:dd:ee:ff" },
      source: "RFC 4291 §2.7.1, RFC 2464 §7, by hand",
    },
    {
      name: "rfc-4291",
      args: [bytes("403700000000000000010800200e8c6c")],
      expected: { group: "ff02::1:ff0e:8c6c", mac: "33:33:ff:0e:8c:6c" },
      source: "RFC 4291 §2.7.1",
    },
    {
      name: "kernel",
      args: [bytes("20010db8000000000ed417268fe6d910")],
      expected: { group: "ff02::1:ffe6:d910", mac: "33:33:ff:e6:d9:10" },
      source: "Linux 6.18",
    },
    {
      name: "kernel-small-byte",
      args: [bytes("20010db800000000c608049bec01c8e0")],
      expected: { group: "ff02::1:ff01:c8e0", mac: "33:33:ff:01:c8:e0" },
      source: "Linux 6.18",
    },
    {
      name: "kernel-short-group",
      args: [bytes("20010db800000000fbde15b30f610491")],
      expected: { group: "ff02::1:ff61:491", mac: "33:33:ff:61:04:91" },
      source: "Linux 6.18",
    },
  ],
  edges: [
    edge("one", "20010db8000000000000000000000001"),
    edge("all-zeros-at-the-end", "20010db8000000000000000000000000"),
    edge("thirteenth-byte-zero", "20010db8000000000000000056001234"),
    edge("fourteenth-byte-zero", "20010db8000000000000000000560034"),
    edge("same-group", "fe80000000000000123456fffeddeeff"),
    edge("small-bytes", "20010db800000000000000000a010203"),
    edge("twelfth-byte-ff", "20010db80000000000000000ff123456"),
    edge("top-bit", "20010db8000000000000000000800000"),
    edge("all-ones", "ffffffffffffffffffffffffffffffff"),
    edge("unspecified", "00000000000000000000000000000000"),
  ],
  generators: { addresses: tuple(ipv6AddressBytes) },
  reference(ip) {
    const group = solicitedNode(ipv6AddressFromBytes(ip));
    return { group: formatIpv6Address(group), mac: formatMac(ipv6MulticastMac(group)) };
  },
  accepts: (args) => acceptedArgs.safeParse(args).success,
});

function bytes(text: string): Uint8Array {
  const parsed = fromHex(text);
  if (parsed === null) throw new RangeError(`not hexadecimal: ${text}`);
  return parsed;
}
