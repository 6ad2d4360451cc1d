import { tuple } from "fast-check";
import { z } from "zod";
import { defineExercise } from "#course/exercise/exercise.ts";
import { ipv6AddressBytes } from "#course/generators/ipv6-address.ts";
import { fromHex } from "#net/bytes/hex.ts";
import { formatIpv6Groups, ipv6AddressFromBytes } from "#net/wire/ipv6-address.ts";

const domain = z.tuple([z.instanceof(Uint8Array).refine((bytes) => bytes.length === 16)]);

const parsers = "CPython 3.11.2, Go 1.19.8, glibc 2.36";
const golden = (name: string, hex: string, expected: string, source: string) => ({
  name,
  args: [bytes(hex)] as [Uint8Array],
  expected,
  source,
});
const edge = (name: string, hex: string) => ({ name, args: [bytes(hex)] as [Uint8Array] });

/** RFC 5952 §4; without §5, which writes mapped addresses with a dotted quad. */
export default defineExercise<[bytes: Uint8Array], string>({
  number: "04.3",
  entry: "formatIPv6",
  level: 2,
  points: 4,
  prerequisites: ["01.1"],
  parameters: [{ name: "bytes", shape: { kind: "bytes" } }],
  result: { kind: "value" },
  golden: [
    golden(
      "leading-zeros",
      "2001 0db8 0aaa bbbb 0ccc dddd eeee 0001",
      "2001:db8:aaa:bbbb:ccc:dddd:eeee:1",
      parsers,
    ),
    golden("longest-second", "2001 0000 0000 0001 0000 0000 0000 0001", "2001:0:0:1::1", "RFC 5952 §4.2.3"),
    golden("tie", "2001 0db8 0000 0000 0001 0000 0000 0001", "2001:db8::1:0:0:1", "RFC 5952 §4.2.3"),
    golden(
      "one-zero-group",
      "2001 0db8 0000 0001 0001 0001 0001 0001",
      "2001:db8:0:1:1:1:1:1",
      "RFC 5952 §4.2.2",
    ),
    golden("loopback", "0000 0000 0000 0000 0000 0000 0000 0001", "::1", parsers),
    golden("unspecified", "0000 0000 0000 0000 0000 0000 0000 0000", "::", parsers),
    golden(
      "link-local",
      "fe80 0000 0000 0000 1e08 4ee0 d00e 8149",
      "fe80::1e08:4ee0:d00e:8149",
      "tshark 4.0.17",
    ),
  ],
  edges: [
    edge("run-at-the-end", "0001 0000 0000 0000 0000 0000 0000 0000"),
    edge("run-at-the-end-longest", "2001 0db8 0000 0000 0001 0000 0000 0000"),
    edge("run-at-the-start", "0000 0000 0000 0001 0002 0003 0004 0005"),
    edge("all-but-the-last-two", "0000 0000 0000 0000 0000 0000 0001 0002"),
    edge("two-zero-groups", "2001 0db8 0001 0000 0000 0001 0001 0001"),
    edge("one-zero-group-first", "0000 0001 0002 0003 0004 0005 0006 0007"),
    edge("one-zero-group-last", "0001 0002 0003 0004 0005 0006 0007 0000"),
    edge("one-zero-group-each-end", "0000 0001 0002 0003 0004 0005 0006 0000"),
    edge("alternating", "0001 0000 0001 0000 0001 0000 0001 0000"),
    edge("three-runs", "0000 0000 0001 0000 0000 0001 0000 0000"),
    edge("tie-of-three", "0000 0000 0000 0001 0001 0000 0000 0000"),
    edge("no-zero-group", "2001 0db8 0001 0002 0003 0004 0005 0006"),
    edge("all-ones", "ffff ffff ffff ffff ffff ffff ffff ffff"),
    edge("zero-bytes-inside", "2000 0010 0100 1000 00ff ff00 0a0b 0c0d"),
    edge("group-of-1000", "1000 0000 0000 0000 0000 0000 0000 1000"),
    edge("mapped", "0000 0000 0000 0000 0000 ffff c000 0201"),
    edge("low-32-bits", "0000 0000 0000 0000 0000 0000 c000 0201"),
    edge("letters", "fd00 abcd ef01 2345 6789 abcd ef00 00ef"),
  ],
  generators: { addresses: tuple(ipv6AddressBytes) },
  reference: (bytes) => formatIpv6Groups(ipv6AddressFromBytes(bytes)),
  accepts: (args) => domain.safeParse(args).success,
});

function bytes(text: string): Uint8Array {
  const parsed = fromHex(text);
  if (parsed === null) throw new RangeError(`not hexadecimal: ${text}`);
  return parsed;
}
