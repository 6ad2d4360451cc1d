import { expect, test } from "vitest";
import type { Layout } from "#net/bytes/layout.ts";
import { fromHex } from "#net/bytes/hex.ts";
import { ipv4Layout } from "#net/wire/ipv4-layout.ts";
import { ipv4OptionsLayout } from "#net/wire/ipv4-options-layout.ts";
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
