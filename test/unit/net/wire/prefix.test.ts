import { bigInt, boolean, integer, property, record } from "fast-check";
import { expect, test } from "vitest";
import { parseIpv4Address } from "#net/wire/address.ts";
import { addressClass, defaultPrefixLength } from "#net/wire/address-class.ts";
import {
  addressBits,
  containsAddress,
  equalPrefixes,
  formatPrefix,
  lastOf,
  lengthOfMask,
  maskOf,
  parseAddressWithLength,
  parsePrefix,
  prefixOf,
  sizeOf,
  type IpAddress,
  type Prefix,
} from "#net/wire/prefix.ts";
import { specialPurpose, specialPurposeRegistry } from "#net/wire/special-purpose.ts";
import { holds } from "../holds.ts";

const address = record({ six: boolean(), value: bigInt({ min: 0n, max: (1n << 128n) - 1n }) }).map(
  ({ six, value }): IpAddress => (six ? { version: 6, value } : { version: 4, value: value >> 96n }),
);
const prefix = record({ address, cut: integer({ min: 0, max: 128 }) }).map(({ address, cut }): Prefix =>
  prefixOf(address, cut % (addressBits(address.version) + 1)),
);

test("a prefix reads back, holds its ends and not their neighbours", () => {
  holds(
    property(prefix, (network) => {
      const { version } = network;
      expect(parsePrefix(formatPrefix(network))).toEqual(network);
      expect(lastOf(network) - network.network + 1n).toBe(sizeOf(network));
      const holdsValue = (value: bigint): boolean => containsAddress(network, { version, value });
      expect([holdsValue(network.network), holdsValue(lastOf(network))]).toEqual([true, true]);
      if (network.network > 0n) expect(holdsValue(network.network - 1n)).toBe(false);
      if (lastOf(network) < (1n << BigInt(addressBits(version))) - 1n)
        expect(holdsValue(lastOf(network) + 1n)).toBe(false);
    }),
  );
});

test("no IPv6 address is in an IPv4 network", () => {
  const all: Prefix = { version: 4, network: 0n, length: 0 };
  expect(containsAddress(all, { version: 6, value: 1n })).toBe(false);
  expect(equalPrefixes(all, { version: 6, network: 0n, length: 0 })).toBe(false);
});

test.each([
  "",
  "/",
  "10.0.0.0",
  "10.0.0.0/",
  "10.0.0.0/33",
  "::/129",
  "10.0.0.0/-1",
  "10.0.0.0/8.0",
  "10.0.0.0/ 8",
  "10.0.0/8",
  "10.0.0.0/8/8",
  "10.0.0.0/255.0.0.0",
])("refuses %j", (text) => expect(parseAddressWithLength(text)).toBeNull());

test("every mask gives its length, and nothing else does", () => {
  for (let length = 0; length <= 32; length++) expect(lengthOfMask(Number(maskOf(4, length)))).toBe(length);
  for (const text of ["255.0.255.0", "0.0.0.255", "255.255.255.253", "128.0.0.1", "0.255.255.255"]) {
    expect(lengthOfMask(parseIpv4Address(text) ?? 0)).toBeNull();
  }
});

test.each([
  ["0.0.0.0", "A", 8],
  ["127.255.255.255", "A", 8],
  ["128.0.0.0", "B", 16],
  ["191.255.255.255", "B", 16],
  ["192.0.0.0", "C", 24],
  ["223.255.255.255", "C", 24],
  ["224.0.0.0", "D", null],
  ["239.255.255.255", "D", null],
  ["240.0.0.0", "E", null],
  ["255.255.255.255", "E", null],
])("%s is of class %s", (text, name, length) => {
  const found = addressClass(parseIpv4Address(text) ?? -1);
  expect([found, defaultPrefixLength(found)]).toEqual([name, length]);
});

test("the first and last address of every registered block are of that block, or of one inside it", () => {
  for (const row of specialPurposeRegistry) {
    for (const value of [row.block.network, lastOf(row.block)]) {
      const found = specialPurpose({ version: row.block.version, value });
      expect(found?.block.length, row.name).toBeGreaterThanOrEqual(row.block.length);
    }
  }
  expect(specialPurpose({ version: 4, value: 0x08080808n })).toBeNull();
});
