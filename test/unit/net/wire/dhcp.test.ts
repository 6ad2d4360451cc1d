import { constantFrom, integer, property, record, array, uint8Array } from "fast-check";
import { describe, expect, test } from "vitest";
import { toHex } from "#net/bytes/hex.ts";
import {
  dhcpClientMac,
  dhcpMessageType,
  dhcpNumber,
  dhcpOption,
  dhcpTypeOf,
} from "#net/wire/dhcp-options.ts";
import { dhcpLayout } from "#net/wire/dhcp-layout.ts";
import { emitDhcp, parseDhcp, type DhcpMessage } from "#net/wire/dhcp.ts";
import { dnsLayout } from "#net/wire/dns-layout.ts";
import { holds } from "../holds.ts";
import { expectCovers } from "../layouts.ts";
import { bytes, valueOf } from "../vectors.ts";

/** A discover of udhcpc 1.35.0, captured; tcpdump's reading of it is the expectation. */
const fixed = "01010600 76ee8c70 0000 0000" + "00".repeat(16) + "de78a7b2b76f" + "00".repeat(10 + 64 + 128);
const discover = bytes(
  `${fixed} 63825363 350101 39020240 3707 0103060c0f1c2a 3c0c 75646863 7020312e 33352e30 3d07 01de78a7b2b76f ff ${"00".repeat(22)}`,
);

test("a discover, as tcpdump reads it", () => {
  const message = valueOf(parseDhcp(discover));
  expect(message).toMatchObject({
    op: 1,
    htype: 1,
    hlen: 6,
    hops: 0,
    xid: 0x76ee8c70,
    secs: 0,
    flags: 0,
    yiaddr: 0,
  });
  expect(message.options.map(({ code }) => code)).toEqual([53, 57, 55, 60, 61]);
  expect(dhcpTypeOf(message)).toBe(dhcpMessageType.discover);
  expect(dhcpClientMac(message)).toBe(0xde78a7b2b76f);
  expect(dhcpNumber(message, dhcpOption.leaseTime)).toBeNull();
  expect(toHex(valueOf(emitDhcp(message)))).toBe(toHex(discover.subarray(0, -22)));
});

const u32 = integer({ min: 0, max: 0xffff_ffff });
const messages = record<DhcpMessage>({
  op: constantFrom(1, 2),
  htype: constantFrom(1, 6),
  hlen: constantFrom(6, 0),
  hops: integer({ min: 0, max: 255 }),
  xid: u32,
  secs: integer({ min: 0, max: 0xffff }),
  flags: constantFrom(0, 0x8000),
  ciaddr: u32,
  yiaddr: u32,
  siaddr: u32,
  giaddr: u32,
  chaddr: uint8Array({ minLength: 16, maxLength: 16 }),
  sname: uint8Array({ minLength: 64, maxLength: 64 }),
  file: uint8Array({ minLength: 128, maxLength: 128 }),
  options: array(record({ code: integer({ min: 1, max: 254 }), data: uint8Array({ maxLength: 12 }) }), {
    maxLength: 4,
  }),
});

test("what is emitted reads back, whatever padding follows", () => {
  holds(
    property(messages, uint8Array({ maxLength: 4 }), (message, padding) => {
      const sent = Uint8Array.of(...valueOf(emitDhcp(message)), ...padding);
      expect(valueOf(parseDhcp(sent))).toEqual(message);
      expectCovers(dhcpLayout, sent);
    }),
  );
});

test("never throws, and draws whatever comes", () => {
  holds(
    property(uint8Array({ maxLength: 30 }), uint8Array({ maxLength: 60 }), (options, any) => {
      parseDhcp(Uint8Array.of(...discover.subarray(0, 240), ...options));
      parseDhcp(any);
      expectCovers(dhcpLayout, any);
      expectCovers(dnsLayout, any);
    }),
    1000,
  );
});

describe("faults", () => {
  const upToOptions = toHex(discover.subarray(0, 240));
  test.each([
    ["truncated", upToOptions.slice(0, -2), 239],
    ["cookie", `${upToOptions.slice(0, -2)}64ff`, 236],
    ["option-length", `${upToOptions}350201`, 240],
    ["option-length", `${upToOptions}0035`, 241],
    ["option-length", `${upToOptions}350101`, 243],
  ])("%s", (code, hex, offset) =>
    expect(parseDhcp(bytes(hex))).toMatchObject({ ok: false, error: { code, offset } }),
  );

  test.each<[string, number, Partial<DhcpMessage>]>([
    ["op", 0, { op: 256 }],
    ["xid", 4, { xid: 2 ** 32 }],
    ["yiaddr", 16, { yiaddr: -1 }],
    ["chaddr", 28, { chaddr: new Uint8Array(17) }],
    ["sname", 44, { sname: new Uint8Array(65) }],
    ["file", 108, { file: new Uint8Array(129) }],
    ["Code", 240, { options: [{ code: 255, data: new Uint8Array() }] }],
    ["Len", 241, { options: [{ code: 1, data: new Uint8Array(256) }] }],
  ])("refuses what %s cannot carry", (field, offset, change) => {
    expect(emitDhcp({ ...valueOf(parseDhcp(discover)), ...change })).toEqual({
      ok: false,
      error: { code: "out-of-range", offset, field },
    });
  });
});

test("the layout of a DNS header", () => {
  const drawn = dnsLayout
    .fields(bytes("1234 8583 0001 0002 0000 0001 00"))
    .map((f) => `${f.name} ${f.value ?? ""}`);
  expect(drawn).toEqual([
    "ID 0x1234",
    "QR 1",
    "Opcode 0",
    "AA 1",
    "TC 0",
    "RD 1",
    "RA 1",
    "Z 0",
    "AD 0",
    "CD 0",
    "RCODE 3",
    "QDCOUNT 1",
    "ANCOUNT 2",
    "NSCOUNT 0",
    "ARCOUNT 1",
    "Sections ",
  ]);
});
