import { integer, property } from "fast-check";
import { expect, test } from "vitest";
import {
  formatIpv4Address,
  ipv4AddressFromBytes,
  ipv4AddressToBytes,
  parseIpv4Address,
} from "#net/wire/address.ts";
import { holds } from "../holds.ts";

test("192.168.100.72 is 3232261192", () => {
  expect(parseIpv4Address("192.168.100.72")).toBe(3232261192);
  expect(formatIpv4Address(3232261192)).toBe("192.168.100.72");
  expect(ipv4AddressToBytes(3232261192)).toEqual(Uint8Array.of(192, 168, 100, 72));
  expect(ipv4AddressFromBytes(Uint8Array.of(0, 192, 168, 100, 72), 1)).toBe(3232261192);
});

test.each([
  "",
  "1.2.3",
  "1.2.3.4.5",
  "256.0.0.1",
  "1.2.3.04",
  "01.2.3.4",
  "00.0.0.0",
  " 1.2.3.4",
  "1.2.3.4 ",
  "1.2.3.",
  "1..3.4",
  "+1.2.3.4",
  "-1.2.3.4",
  "0x1.2.3.4",
  "1e1.2.3.4",
  "1.2.3.4\n",
  "١.٢.٣.٤",
  "a.b.c.d",
  "1.2.3.1000",
])("refuses %j", (text) => expect(parseIpv4Address(text)).toBeNull());

test("text and number are the same thing twice", () => {
  holds(
    property(integer({ min: 0, max: 0xffff_ffff }), (address) => {
      expect(parseIpv4Address(formatIpv4Address(address))).toBe(address);
      expect(ipv4AddressFromBytes(ipv4AddressToBytes(address))).toBe(address);
    }),
  );
});
