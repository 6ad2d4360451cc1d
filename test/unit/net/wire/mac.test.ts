import { integer, property } from "fast-check";
import { expect, test } from "vitest";
import { parseIpv4Address } from "#net/wire/address.ts";
import {
  interfaceIdentifier,
  ipv4MulticastMac,
  ipv6MulticastMac,
  solicitedNode,
} from "#net/wire/derived-address.ts";
import { formatIpv6Address, parseIpv6Address } from "#net/wire/ipv6-address.ts";
import {
  broadcastMac,
  formatMac,
  isGroupMac,
  isLocalMac,
  macFromBytes,
  parseMac,
  writeMac,
} from "#net/wire/mac.ts";
import { holds } from "../holds.ts";

test("0a:22:33:44:55:66: chosen locally, one station", () => {
  const mac = parseMac("0A:22:33:44:55:66") ?? Number.NaN;
  expect(mac).toBe(0x0a2233445566);
  expect([isLocalMac(mac), isGroupMac(mac)]).toEqual([true, false]);
});

test("11:22:33:44:55:66 of document T is a group, and so is broadcast", () => {
  expect(isGroupMac(0x112233445566)).toBe(true);
  expect(isGroupMac(broadcastMac)).toBe(true);
  expect(isLocalMac(0x112233445566)).toBe(false);
});

test.each([
  "",
  "0a:22:33:44:55",
  "0a:22:33:44:55:66:77",
  "a:22:33:44:55:66",
  "0a-22-33-44-55-66",
  "0g:22:33:44:55:66",
])("refuses %j", (text) => expect(parseMac(text)).toBeNull());

test("text, bytes and number are the same thing thrice", () => {
  holds(
    property(integer({ min: 0, max: 2 ** 48 - 1 }), (mac) => {
      expect(parseMac(formatMac(mac))).toBe(mac);
      const bytes = new Uint8Array(8).fill(0xee);
      writeMac(bytes, 1, mac);
      expect(macFromBytes(bytes, 1)).toBe(mac);
      expect([bytes[0], bytes[7]]).toEqual([0xee, 0xee]);
    }),
  );
});

test.each(["224.5.6.7", "224.133.6.7", "239.133.6.7"])("E12: group %s is 01:00:5e:05:06:07", (group) => {
  expect(formatMac(ipv4MulticastMac(parseIpv4Address(group) ?? 0))).toBe("01:00:5e:05:06:07");
});

test("E12: the solicited-node group of fe80::aabb:ccff:fedd:eeff, and its MAC address", () => {
  const group = solicitedNode(parseIpv6Address("fe80::aabb:ccff:fedd:eeff") ?? 0n);
  expect(formatIpv6Address(group)).toBe("ff02::1:ffdd:eeff");
  expect(formatMac(ipv6MulticastMac(group))).toBe("33:33:ff:dd:ee:ff");
});

test("RFC 4291 appendix A: 34-56-78-9A-BC-DE gives 3656:78ff:fe9a:bcde", () => {
  expect(interfaceIdentifier(0x3456789abcde).toString(16)).toBe("365678fffe9abcde");
});
