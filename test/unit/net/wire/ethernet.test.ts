import { constantFrom, integer, oneof, property, record, array, boolean, uint8Array } from "fast-check";
import { describe, expect, test } from "vitest";
import { toHex } from "#net/bytes/hex.ts";
import { crc32 } from "#net/wire/crc32.ts";
import {
  appendFcs,
  emitEthernet,
  padFrame,
  parseEthernet,
  splitFcs,
  type EthernetFrame,
} from "#net/wire/ethernet.ts";
import { ethernetLayout } from "#net/wire/ethernet-layout.ts";
import { holds } from "../holds.ts";
import { expectCovers } from "../layouts.ts";
import { bytes, valueOf } from "../vectors.ts";

const mac = integer({ min: 0, max: 2 ** 48 - 1 });
const frames = record<EthernetFrame>({
  destination: mac,
  source: mac,
  tags: array(
    record({
      tpid: constantFrom(0x8100, 0x88a8),
      priority: integer({ min: 0, max: 7 }),
      dei: boolean(),
      id: integer({ min: 0, max: 4095 }),
    }),
    { maxLength: 2 },
  ),
  etherType: oneof(constantFrom(null, 0x0800, 0x0806, 0x0600, 0xffff)),
  payload: uint8Array({ maxLength: 50 }),
  padding: uint8Array({ maxLength: 10 }),
}).map((frame) => (frame.etherType === null ? frame : { ...frame, padding: new Uint8Array() }));

test("the frame of inventory E4: to the gateway, IPv4", () => {
  const frame = valueOf(parseEthernet(bytes("aabb ccdd eeff 0a22 3344 5566 0800 4500 0070")));
  expect(frame).toEqual({
    destination: 0xaabbccddeeff,
    source: 0x0a2233445566,
    tags: [],
    etherType: 0x0800,
    payload: bytes("4500 0070"),
    padding: new Uint8Array(),
  });
});

test("two tags, outermost first", () => {
  const frame = valueOf(parseEthernet(bytes("0100 5e00 0001 ba7f 959b 996e 88a8 1c71 8100 a026 88b5 0730")));
  expect(frame.tags).toEqual([
    { tpid: 0x88a8, priority: 0, dei: true, id: 3185 },
    { tpid: 0x8100, priority: 5, dei: false, id: 38 },
  ]);
  expect(frame.etherType).toBe(0x88b5);
});

test("what is emitted reads back, and what is read is emitted again", () => {
  holds(
    property(frames, (frame) => {
      const wire = valueOf(emitEthernet(frame));
      expect(valueOf(parseEthernet(wire))).toEqual(frame);
      expectCovers(ethernetLayout, wire);
    }),
  );
});

test("never throws, and draws whatever comes", () => {
  const tagged = uint8Array({ maxLength: 30 }).map((rest) =>
    Uint8Array.of(...new Uint8Array(12), 0x81, 0, ...rest),
  );
  for (const source of [uint8Array({ maxLength: 40 }), tagged]) {
    holds(
      property(source, (any) => {
        const parsed = parseEthernet(any);
        if (parsed.ok) expect(toHex(valueOf(emitEthernet(parsed.value)))).toBe(toHex(any));
        expectCovers(ethernetLayout, any);
      }),
      1000,
    );
  }
});

test.each([
  ["truncated", "aabbccddeeff 0a2233445566 08", 13],
  ["truncated", "aabbccddeeff 0a2233445566 8100 0001 08", 17],
  ["length", "aabbccddeeff 0a2233445566 0003 aaaa", 12],
  ["length", "aabbccddeeff 0a2233445566 05dd" + "00".repeat(1501), 12],
])("%s: %s", (code, hex, offset) =>
  expect(parseEthernet(bytes(hex))).toMatchObject({ ok: false, error: { code, offset } }),
);

describe("emit", () => {
  const frame: EthernetFrame = {
    destination: 1,
    source: 2,
    tags: [],
    etherType: 0x0800,
    payload: new Uint8Array(),
    padding: new Uint8Array(),
  };
  const tag = { tpid: 0x8100, priority: 0, dei: false, id: 0 };
  test.each<[string, number, Partial<EthernetFrame>]>([
    ["Destination Address", 0, { destination: 2 ** 48 }],
    ["Source Address", 6, { source: -1 }],
    ["VID", 14, { tags: [{ ...tag, id: 4096 }] }],
    ["PCP", 18, { tags: [tag, { ...tag, priority: 8 }] }],
    ["TPID", 12, { tags: [{ ...tag, tpid: 0x0800 }] }],
    ["Type/Length", 12, { etherType: 0x05ff }],
    ["Type/Length", 16, { tags: [tag], etherType: 0x10000 }],
    ["Type/Length", 12, { etherType: null, payload: new Uint8Array(1501) }],
  ])("refuses what %s cannot carry", (field, offset, change) => {
    expect(emitEthernet({ ...frame, ...change })).toEqual({
      ok: false,
      error: { code: "out-of-range", offset, field },
    });
  });
});

describe("FCS", () => {
  test("CRC-32 check value", () => expect(crc32(new TextEncoder().encode("123456789"))).toBe(0xcbf43926));

  test("every single-bit error is noticed", () => {
    holds(
      property(uint8Array({ minLength: 1, maxLength: 80 }), integer({ min: 0 }), (frame, place) => {
        const sent = appendFcs(frame);
        expect(valueOf(splitFcs(sent))).toEqual({ frame, fcsOk: true });
        const bit = place % (sent.length * 8);
        sent[bit >>> 3] = (sent[bit >>> 3] ?? 0) ^ (0x80 >>> (bit & 7));
        expect(valueOf(splitFcs(sent)).fcsOk).toBe(false);
      }),
    );
  });

  test("three bytes have none", () => expect(splitFcs(bytes("010203")).ok).toBe(false));
});

test("a frame of 42 bytes is padded to 60, a long one is left alone", () => {
  expect(toHex(padFrame(new Uint8Array(42).fill(1)))).toBe("01".repeat(42) + "00".repeat(18));
  expect(padFrame(new Uint8Array(61)).length).toBe(61);
});

test("the layout of a tagged frame", () => {
  const drawn = ethernetLayout
    .fields(bytes("aabb ccdd eeff 0a22 3344 5566 8100 a026 86dd 60"))
    .map((f) => [f.name, f.value]);
  expect(drawn).toEqual([
    ["Destination Address", "aa:bb:cc:dd:ee:ff"],
    ["Source Address", "0a:22:33:44:55:66"],
    ["TPID", "0x8100"],
    ["PCP", "5"],
    ["DEI", "0"],
    ["VID", "38"],
    ["Type/Length", "0x86dd (IPv6)"],
    ["Payload", undefined],
  ]);
});
