import { constantFrom, integer, property, record, uint8Array } from "fast-check";
import { describe, expect, test } from "vitest";
import { toHex } from "#net/bytes/hex.ts";
import { verifiesChecksum } from "#net/wire/checksum.ts";
import { icmpv4Layout, icmpv6Layout } from "#net/wire/icmp-layout.ts";
import { emitIcmpv4, parseIcmpv4, readIcmpv4 } from "#net/wire/icmpv4.ts";
import { emitIcmpv6, parseIcmpv6, readIcmpv6 } from "#net/wire/icmpv6.ts";
import { solicitedNode } from "#net/wire/derived-address.ts";
import { emitNdpBody } from "#net/wire/ndp-emit.ts";
import { ndpFault, parseNdp, type NdpCarrier } from "#net/wire/ndp.ts";
import { verifiesTransportChecksum } from "#net/wire/pseudo-header.ts";
import { parseUdpHeader } from "#net/wire/udp.ts";
import { holds } from "../holds.ts";
import { expectCovers } from "../layouts.ts";
import { bytes, valueOf } from "../vectors.ts";

const word = integer({ min: 0, max: 0xffff_ffff });
const octet = integer({ min: 0, max: 255 });

describe("ICMP for IPv4", () => {
  test("E6: an echo request of odd length, and its reply", () => {
    const request = bytes("0800 eb34 1234 0001 6162 6364 6566 6768 69");
    const message = valueOf(parseIcmpv4(request));
    expect(readIcmpv4(message)).toEqual({ kind: "echo", identifier: 0x1234, sequenceNumber: 1 });
    expect(verifiesChecksum(request)).toBe(true);
    const { rest, data } = message;
    expect(toHex(valueOf(emitIcmpv4({ type: 0, code: 0, rest, data })))).toBe(
      "0000f33412340001616263646566676869",
    );
  });

  const quoted = "4500 003c 1d0f 0000 0111 213d c0a8 640a c0a8 960a 9c40 829a 0028 655d";

  test("E6: time exceeded quotes the header and eight bytes more", () => {
    const content = readIcmpv4(valueOf(parseIcmpv4(bytes(`0b00 709f 0000 0000 ${quoted}`))));
    if (content.kind !== "error" || content.quoted === null) throw new Error("no quotation");
    expect(content.quoted.header).toMatchObject({
      ttl: 1,
      protocol: 17,
      source: 0xc0a8640a,
      destination: 0xc0a8960a,
    });
    expect(valueOf(parseUdpHeader(content.quoted.payload))).toMatchObject({
      sourcePort: 40000,
      destinationPort: 33434,
    });
  });

  test.each([
    ["0304 7323 0000 0578", { nextHopMtu: 1400 }],
    ["0501 0000 c0a8 6401", { gateway: 0xc0a86401 }],
    ["0c00 0000 0900 0000", { pointer: 9 }],
  ])("%s says %j", (head, expected) => {
    expect(readIcmpv4(valueOf(parseIcmpv4(bytes(`${head} ${quoted}`))))).toMatchObject({
      kind: "error",
      ...expected,
    });
  });

  test("a quotation that is no header is none", () => {
    expect(readIcmpv4(valueOf(parseIcmpv4(bytes("0b00 0000 0000 0000 4500"))))).toEqual({
      kind: "error",
      quoted: null,
    });
  });

  test("what is emitted reads back and verifies", () => {
    holds(
      property(
        record({ type: octet, code: octet, rest: word, data: uint8Array({ maxLength: 40 }) }),
        (message) => {
          const sent = valueOf(emitIcmpv4(message));
          expect(verifiesChecksum(sent)).toBe(true);
          expect(valueOf(parseIcmpv4(sent))).toMatchObject(message);
          expectCovers(icmpv4Layout, sent);
        },
      ),
    );
  });

  test("never throws; a message is emitted again as it came", () => {
    holds(
      property(constantFrom(0, 3, 5, 8, 11, 12, 13, 42), uint8Array({ maxLength: 60 }), (type, rest) => {
        const any = Uint8Array.of(type, ...rest);
        const parsed = parseIcmpv4(any);
        expectCovers(icmpv4Layout, any);
        expectCovers(icmpv6Layout, any);
        if (!parsed.ok) return;
        readIcmpv4(parsed.value);
        expect(toHex(valueOf(emitIcmpv4(parsed.value)))).toBe(toHex(any));
      }),
      1000,
    );
  });

  test.each([
    ["Type", 0, { type: 256 }],
    ["Code", 1, { code: -1 }],
    ["Checksum", 2, { checksum: 65_536 }],
    ["Rest of Header", 4, { rest: 2 ** 32 }],
  ])("refuses what %s cannot carry", (field, offset, change) => {
    const message = { type: 8, code: 0, rest: 0, data: new Uint8Array(), ...change };
    expect(emitIcmpv4(message)).toEqual({ ok: false, error: { code: "out-of-range", offset, field } });
  });

  test("seven bytes are truncated", () =>
    expect(parseIcmpv4(new Uint8Array(7))).toMatchObject({
      ok: false,
      error: { code: "truncated", offset: 7 },
    }));
});

const me = 0xfe80_0000_0000_0000_0000_0000_0000_0001n;
const other = 0xfe80_0000_0000_0000_0000_0000_0000_0002n;

describe("ICMPv6", () => {
  test("its checksum covers the addresses too", () => {
    const ends = { source: me, destination: other };
    const sent = valueOf(emitIcmpv6({ type: 128, code: 0, checksum: ends, body: bytes("1234 0001 61") }));
    expect(verifiesTransportChecksum(ends, 58, sent)).toBe(true);
    expect(verifiesTransportChecksum({ source: me, destination: me }, 58, sent)).toBe(false);
    expect(readIcmpv6(valueOf(parseIcmpv6(sent)))).toEqual({
      kind: "echo",
      identifier: 0x1234,
      sequenceNumber: 1,
    });
  });

  test("never throws; a message is emitted again as it came", () => {
    const types = constantFrom(1, 2, 3, 4, 128, 133, 134, 135, 136, 137, 200);
    holds(
      property(types, uint8Array({ maxLength: 70 }), (type, rest) => {
        const any = Uint8Array.of(type, ...rest);
        const parsed = parseIcmpv6(any);
        if (!parsed.ok) return;
        readIcmpv6(parsed.value);
        expect(toHex(valueOf(emitIcmpv6(parsed.value)))).toBe(toHex(any));
        const ndp = parseNdp(parsed.value);
        if (ndp.ok) ndpFault(parsed.value, ndp.value, { hopLimit: 255, source: me, destination: other });
      }),
      1000,
    );
  });
});

describe("Neighbor Discovery", () => {
  const address = "fe80 0000 0000 0000 0000 0000 0000 0002";
  const link = "0101 0a22 3344 5566";
  const read = (hex: string) => valueOf(parseIcmpv6(bytes(hex)));

  test("a solicitation and its body", () => {
    const message = read(`8700 0000 0000 0000 ${address} ${link}`);
    const parsed = valueOf(parseNdp(message));
    expect(parsed).toEqual({
      kind: "neighbor-solicitation",
      target: other,
      options: [{ type: 1, data: bytes("0a22 3344 5566") }],
    });
    expect(valueOf(emitNdpBody(parsed))).toEqual(message.body);
  });

  test("the three flags of an advertisement, both ways", () => {
    for (const bits of [0x80, 0x40, 0x20, 0xe0, 0]) {
      const message = read(`8800 0000 ${bits.toString(16).padStart(2, "0")}00 0000 ${address}`);
      const parsed = valueOf(parseNdp(message));
      if (parsed.kind !== "neighbor-advertisement") throw new Error(parsed.kind);
      const { router, solicited, override } = parsed;
      expect([router, solicited, override]).toEqual([
        (bits & 0x80) !== 0,
        (bits & 0x40) !== 0,
        (bits & 0x20) !== 0,
      ]);
      expect(valueOf(emitNdpBody(parsed))).toEqual(message.body);
    }
  });

  test.each([
    ["type", "8000 0000 0000 0000", 0],
    ["truncated", `8700 0000 0000 0000 ${address.slice(0, -2)}`, 23],
    ["option-length", `8700 0000 0000 0000 ${address} 0100 0a22 3344 5566`, 25],
    ["option-length", `8700 0000 0000 0000 ${address} 0102 0a22 3344 5566`, 25],
  ])("%s", (code, hex, offset) =>
    expect(parseNdp(read(hex))).toMatchObject({ ok: false, error: { code, offset } }),
  );

  const group = "ff02 0000 0000 0000 0000 0000 0000 0001";
  const all = 0xff02_0000_0000_0000_0000_0000_0000_0001n;
  test.each<[string, string, Partial<NdpCarrier>, string | null]>([
    ["a good solicitation", `8700 0000 0000 0000 ${address} ${link}`, {}, null],
    ["one that a router forwarded", `8700 0000 0000 0000 ${address}`, { hopLimit: 254 }, "hop-limit"],
    ["code 1", `8701 0000 0000 0000 ${address}`, {}, "code"],
    ["a group as target", `8700 0000 0000 0000 ${group}`, {}, "target"],
    [
      "a good probe for duplicates",
      `8700 0000 0000 0000 ${address}`,
      { source: 0n, destination: solicitedNode(other) },
      null,
    ],
    ["a probe to somebody", `8700 0000 0000 0000 ${address}`, { source: 0n }, "destination"],
    [
      "a probe with a link address",
      `8700 0000 0000 0000 ${address} ${link}`,
      { source: 0n, destination: solicitedNode(other) },
      "source",
    ],
    ["an answer to a group", `8800 0000 4000 0000 ${address}`, { destination: all }, "destination"],
    ["an unasked advertisement to a group", `8800 0000 0000 0000 ${address}`, { destination: all }, null],
    ["a router far away", "8600 0000 4000 0708 0000 0000 0000 0000", { source: 1n }, "source"],
    [
      "a router just above fe80::/10",
      "8600 0000 4000 0708 0000 0000 0000 0000",
      { source: 0xfec0n << 112n },
      "source",
    ],
    ["a router of this link", "8600 0000 4000 0708 0000 0000 0000 0000", {}, null],
    ["a redirect to a group", `8900 0000 0000 0000 ${address} ${group}`, {}, "destination"],
    ["a redirect", `8900 0000 0000 0000 ${address} ${address}`, {}, null],
    [
      "a solicitation from nobody with a link address",
      `8500 0000 0000 0000 ${link}`,
      { source: 0n },
      "source",
    ],
  ])("%s", (_, hex, carrier, fault) => {
    const message = read(hex);
    const whole = { hopLimit: 255, source: me, destination: other, ...carrier };
    expect(ndpFault(message, valueOf(parseNdp(message)), whole)).toBe(fault);
  });

  test("refuses an option whose length is no multiple of 8", () => {
    const options = [{ type: 1, data: new Uint8Array(5) }];
    expect(emitNdpBody({ kind: "neighbor-solicitation", target: me, options })).toMatchObject({
      ok: false,
      error: { code: "out-of-range", field: "Length", offset: 25 },
    });
  });
});
