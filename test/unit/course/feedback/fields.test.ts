import { expect, test } from "vitest";
import type { Layout } from "#net/bytes/layout.ts";
import { fromHex } from "#net/bytes/hex.ts";
import { icmpv4Layout } from "#net/wire/icmp-layout.ts";
import { ipv4Layout } from "#net/wire/ipv4-layout.ts";
import { ipv4OptionsLayout } from "#net/wire/ipv4-options-layout.ts";
import { ipv6ChainLayout } from "#net/wire/ipv6-chain-layout.ts";
import { ipv6Layout } from "#net/wire/ipv6-layout.ts";
import { fr } from "#course/feedback/fr/index.ts";

const names = (layout: Layout, hex: string): readonly string[] =>
  layout.fields(fromHex(hex) ?? new Uint8Array()).map(({ name }) => `${layout.name}.${name}`);

/** IHL 6 with NOP and EOOL, 2 bytes of payload, 2 bytes after Total Length. */
const packet = "4600001a000000004011000000000000000000000100000012345678";
/** NOP, RR, TS with addresses, RTRALT, LSR cut short, EOOL and padding. */
const options = "01" + "07070400000000" + "440c0511" + "0a000001" + "00000001" + "94040000" + "0000";

test("every field of an IPv4 header has a French name and a meaning", () => {
  const found = names(ipv4Layout, packet);
  expect(found).toContain("ipv4.Link Padding");
  expect(found.filter((name) => !Object.hasOwn(fr.fields, name))).toEqual([]);
});

test("every field of the options too", () => {
  const found = [...names(ipv4OptionsLayout, options), ...names(ipv4OptionsLayout, "830701")];
  expect(found).toContain("ipv4-options.Timestamp");
  expect(found).toContain("ipv4-options.Value");
  expect(found.filter((name) => !Object.hasOwn(fr.fields, name))).toEqual([]);
});

test("every field of an IPv6 header and of its chain too", () => {
  const addresses = "20010db8000000000000000000000001".repeat(2);
  const routing = "3302040000000000" + "20010db8000000000000000000000003";
  const chain = "3c00010400000000" + "2b00010400000000" + routing + "2c010000" + "0000000100000001";
  const fragment = "06000001" + "0000002a" + "d431";
  const found = [
    ...names(ipv6Layout, `6000000000010040${addresses}0102`),
    ...names(ipv6ChainLayout, `6000000000380040${addresses}${chain}${fragment}`),
  ];
  for (const name of ["ipv6.Link Padding", "ipv6-chain.Authentication Data", "ipv6-chain.M"])
    expect(found).toContain(name);
  expect(found.filter((name) => !Object.hasOwn(fr.fields, name))).toEqual([]);
});

test("every field of an ICMP message, whatever its type", () => {
  const messages = ["08", "05", "0c", "0304", "0b", "c8"].map((start) => start.padEnd(20, "0"));
  const found = messages.flatMap((hex) => names(icmpv4Layout, hex));
  expect(found).toContain("icmpv4.Next-Hop MTU");
  expect(found).toContain("icmpv4.Gateway Internet Address");
  expect(found.filter((name) => !Object.hasOwn(fr.fields, name))).toEqual([]);
});
