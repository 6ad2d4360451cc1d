import { array, bigInt, constantFrom, property, string } from "fast-check";
import { describe, expect, test } from "vitest";
import {
  formatIpv6Address,
  formatIpv6Groups,
  ipv6AddressFromBytes,
  ipv6AddressToBytes,
  parseIpv6Address,
} from "#net/wire/ipv6-address.ts";
import { holds } from "../holds.ts";

const anyAddress = bigInt({ min: 0n, max: (1n << 128n) - 1n });
/** Addresses with runs of zero groups, which random bits hardly have. */
const sparse = array(constantFrom<bigint[]>(0n, 0n, 0n, 1n, 0xdb8n, 0xffffn), {
  minLength: 8,
  maxLength: 8,
}).map((groups) => groups.reduce((address, group) => (address << 16n) | group, 0n));

describe("the canonical text, RFC 5952 §4", () => {
  test.each([
    ["2001:0db8:0000:0000:0000:0000:0002:0001", "2001:db8::2:1", "§4.2.1 shortens as much as possible"],
    ["2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1", "§4.2.2 no :: for one group"],
    ["2001:0:0:1:0:0:0:1", "2001:0:0:1::1", "§4.2.3 the longest run"],
    ["2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1", "§4.2.3 the first of equal runs"],
    ["2001:DB8::A", "2001:db8::a", "§4.3 lower case"],
    ["0:0:0:0:0:0:0:0", "::", "the unspecified address"],
    ["1:0:0:0:0:0:0:0", "1::", "a run at the end"],
  ])("%s is written %s: %s", (text, canonical) =>
    expect(formatIpv6Groups(parseIpv6Address(text) ?? -1n)).toBe(canonical),
  );

  test("mapped addresses: groups by §4, a dotted quad by §5", () => {
    const mapped = parseIpv6Address("::ffff:192.0.2.1") ?? -1n;
    expect(formatIpv6Groups(mapped)).toBe("::ffff:c000:201");
    expect(formatIpv6Address(mapped)).toBe("::ffff:192.0.2.1");
  });
});

test.each([
  "",
  ":",
  ":::",
  "1",
  "1:2:3:4:5:6:7",
  "1:2:3:4:5:6:7:8:9",
  "1::2::3",
  "1:2:3:4:5:6:7:8::",
  "::1:2:3:4:5:6:7:8",
  ":1::2",
  "1::2:",
  "12345::",
  "g::",
  "::1%eth0",
  " ::1",
  "::1.2.3",
  "::1.2.3.4:5",
  "1.2.3.4",
  "::01.2.3.4",
  "1.2.3.4::",
])("refuses %j", (text) => expect(parseIpv6Address(text)).toBeNull());

test("text, bytes and number are the same thing thrice", () => {
  for (const source of [anyAddress, sparse]) {
    holds(
      property(source, (address) => {
        expect(parseIpv6Address(formatIpv6Address(address))).toBe(address);
        expect(parseIpv6Address(formatIpv6Groups(address))).toBe(address);
        expect(ipv6AddressFromBytes(ipv6AddressToBytes(address))).toBe(address);
      }),
    );
  }
});

test("what parses is an unsigned 128-bit integer; nothing throws", () => {
  const nearly = array(constantFrom(":", "::", "0", "f", "ffff", "1.2.3.4", "%"), { maxLength: 12 }).map(
    (p) => p.join(""),
  );
  for (const source of [nearly, string()]) {
    holds(
      property(source, (text) => {
        const address = parseIpv6Address(text);
        if (address !== null) expect(address >> 128n).toBe(0n);
      }),
      1000,
    );
  }
});
