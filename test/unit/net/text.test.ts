import { expect, test } from "vitest";
import { readHex } from "#net/bytes/hex.ts";
import type { Result } from "#net/bytes/result.ts";
import { readIpv4Address } from "#net/wire/address.ts";
import { readNameLabels } from "#net/wire/dns-name.ts";
import { readIpv6Address } from "#net/wire/ipv6-address.ts";
import { readMac } from "#net/wire/mac.ts";
import { readAddressWithLength, readIpAddress, readPrefix } from "#net/wire/prefix.ts";

/** `code offset`, with the field where one is named. */
const fault = (result: Result<unknown>): string => {
  if (result.ok) return "ok";
  const { code, offset, field } = result.error;
  return [code, offset, ...(field === undefined ? [] : [field])].join(" ");
};

test.each([
  ["192.168.100.72", "ok"],
  ["", "number 0"],
  ["1.2.3", "length 5"],
  ["1.2.3.4.5", "length 7"],
  ["1.2.x.4", "number 4"],
  ["1..3.4", "number 2"],
  ["1.2.3.4 ", "number 6"],
  ["1.02.3.4", "leading-zero 2"],
  ["1.2.256.4", "range 4"],
  ["1.2.3.1000", "range 6"],
])("IPv4 %j: %s", (text, expected) => expect(fault(readIpv4Address(text))).toBe(expected));

test.each([
  ["2001:db8::1", "ok"],
  ["1:2:3:4:5:6:192.0.2.1", "ok"],
  ["", "length 0"],
  ["1:2:3:4:5:6:7", "length 13"],
  ["1:2:3:4:5:6:7:8:9", "length 17"],
  ["2001:db8:00000::", "group 9"],
  ["::12g4", "group 2"],
  ["fe80::1%eth0", "group 6"],
  [":::", "compression 1"],
  ["1::2::3", "compression 4"],
  ["1:2:3:4::5:6:7:8", "compression 7"],
  ["::192.0.2.256", "range 10"],
  ["::192.0.2.1:1", "group 2"],
])("IPv6 %j: %s", (text, expected) => expect(fault(readIpv6Address(text))).toBe(expected));

test.each([
  ["0a:22:33:44:55:66", "ok"],
  ["0a:22:33:44:55", "length 14"],
  ["0a:22:33:44:55:66:77", "length 17"],
  ["0a:22:3:44:55:66", "byte 6"],
  ["0a-22-33-44-55-66", "byte 0"],
])("MAC %j: %s", (text, expected) => expect(fault(readMac(text))).toBe(expected));

test.each([
  ["10.0.0.0/8", "ok"],
  ["10.0.0.0", "slash 8"],
  ["10.0.0/8", "length 6"],
  ["2001:db8:/32", "group 9"],
  ["10.0.0.0/33", "prefix-length 9"],
  ["::/129", "prefix-length 3"],
  ["10.0.0.0/", "prefix-length 9"],
  ["10.0.0.0/8/8", "number 7"],
])("prefix %j: %s", (text, expected) => {
  expect(fault(readPrefix(text))).toBe(expected);
  expect(fault(readAddressWithLength(text))).toBe(expected);
});

test("an address with a colon is meant to be one of version 6", () => {
  expect([readIpAddress("1.2.3"), readIpAddress("1:2")].map(fault)).toEqual(["length 5", "length 3"]);
});

test.each([
  ["www.example.com.", "ok"],
  ["a..b", "empty-label 2 Label"],
  [".a", "empty-label 0 Label"],
  ["ab\\999.c", "escape 2 Label"],
  ["ab\\", "escape 2 Label"],
  [`a.${"b".repeat(64)}.c`, "out-of-range 2 Label"],
  [`${"a".repeat(63)}.`.repeat(4), "out-of-range 192 Name"],
])("name %j: %s", (text, expected) => expect(fault(readNameLabels(text))).toBe(expected));

test.each([
  ["4500 0014\n", "ok"],
  ["45 0g", "digit 4"],
  ["45 0 ", "odd 3"],
])("hexadecimal %j: %s", (text, expected) => expect(fault(readHex(text))).toBe(expected));
