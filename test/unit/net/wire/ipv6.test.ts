import { bigInt, integer, property, record, uint8Array } from "fast-check";
import { describe, expect, test } from "vitest";
import { toHex } from "#net/bytes/hex.ts";
import { emitIpv6, parseIpv6, parseIpv6Header } from "#net/wire/ipv6.ts";
import { ipv6Layout } from "#net/wire/ipv6-layout.ts";
import { emitVxlan, parseVxlan, vxlanLayout } from "#net/wire/vxlan.ts";
import { holds } from "../holds.ts";
import { expectCovers } from "../layouts.ts";
import { bytes, valueOf } from "../vectors.ts";

const address = bigInt({ min: 0n, max: (1n << 128n) - 1n });
const packets = record({
  trafficClass: integer({ min: 0, max: 255 }),
  flowLabel: integer({ min: 0, max: 0xfffff }),
  nextHeader: integer({ min: 0, max: 255 }),
  hopLimit: integer({ min: 0, max: 255 }),
  source: address,
  destination: address,
  payload: uint8Array({ maxLength: 20 }),
});
const simple = {
  trafficClass: 0xb8,
  flowLabel: 0x12345,
  nextHeader: 17,
  hopLimit: 64,
  source: 1n,
  destination: 2n,
  payload: bytes("abcd"),
};

test("the three fields of the first word share bytes: 6 b8 12345", () => {
  const wire = valueOf(emitIpv6(simple));
  expect(toHex(wire)).toBe(
    "6b812345" + "0002" + "11" + "40" + "0".repeat(31) + "1" + "0".repeat(31) + "2" + "abcd",
  );
});

test("what is emitted reads back; what the link adds does not count", () => {
  holds(
    property(packets, uint8Array({ maxLength: 5 }), (packet, padding) => {
      const wire = valueOf(emitIpv6(packet));
      expect(valueOf(parseIpv6(Uint8Array.of(...wire, ...padding)))).toEqual({
        ...packet,
        payloadLength: packet.payload.length,
      });
      expectCovers(ipv6Layout, Uint8Array.of(...wire, ...padding));
    }),
  );
});

test("never throws, and draws whatever comes", () => {
  holds(
    property(uint8Array({ maxLength: 60 }), (any) => {
      for (const packet of [any, Uint8Array.of(0x60, ...any)]) {
        const parsed = parseIpv6(packet);
        if (parsed.ok) {
          expect(toHex(valueOf(emitIpv6(parsed.value)))).toBe(
            toHex(packet.subarray(0, 40 + parsed.value.payloadLength)),
          );
        }
        expectCovers(ipv6Layout, packet);
        expectCovers(vxlanLayout, packet);
      }
    }),
    1000,
  );
});

describe("faults", () => {
  const wire = toHex(valueOf(emitIpv6(simple)));
  test.each([
    ["truncated", wire.slice(0, 78), 39],
    ["version", wire.replace(/^6/, "4"), 0],
    ["payload-length", wire.slice(0, -2), 4],
  ])("%s", (code, hex, offset) =>
    expect(parseIpv6(bytes(hex))).toMatchObject({ ok: false, error: { code, offset } }),
  );

  test("a cut packet still has a header", () =>
    expect(parseIpv6Header(bytes(wire.slice(0, 80))).ok).toBe(true));

  test.each([
    ["Traffic Class", 0, { trafficClass: 256 }],
    ["Flow Label", 1, { flowLabel: 2 ** 20 }],
    ["Payload Length", 4, { payload: new Uint8Array(65_536) }],
    ["Next Header", 6, { nextHeader: 256 }],
    ["Hop Limit", 7, { hopLimit: 300 }],
    ["Source Address", 8, { source: 1n << 128n }],
    ["Destination Address", 24, { destination: -1n }],
  ])("refuses what %s cannot carry", (field, offset, change) => {
    expect(emitIpv6({ ...simple, ...change })).toEqual({
      ok: false,
      error: { code: "out-of-range", offset, field },
    });
  });
});

describe("VXLAN", () => {
  test("E8: VNI 42", () => {
    expect(toHex(valueOf(emitVxlan({ vni: 42, payload: bytes("ffff") })))).toBe("0800000000002a00ffff");
    expect(valueOf(parseVxlan(bytes("0800 0000 0000 2a00 ffff")))).toEqual({
      vni: 42,
      payload: bytes("ffff"),
    });
  });

  test("reserved bits are ignored, the I bit is not", () => {
    expect(valueOf(parseVxlan(bytes("ffff ffff 0000 2aff"))).vni).toBe(42);
    expect(parseVxlan(bytes("f7ff ffff 0000 2aff"))).toMatchObject({
      ok: false,
      error: { code: "flags", offset: 0 },
    });
    expect(parseVxlan(bytes("0800 0000 0000 2a"))).toMatchObject({
      ok: false,
      error: { code: "truncated", offset: 7 },
    });
  });

  test("refuses a VNI of 25 bits", () =>
    expect(emitVxlan({ vni: 2 ** 24, payload: new Uint8Array() })).toMatchObject({
      ok: false,
      error: { field: "VNI" },
    }));

  test("what is emitted reads back", () =>
    holds(
      property(integer({ min: 0, max: 2 ** 24 - 1 }), uint8Array(), (vni, payload) => {
        expect(valueOf(parseVxlan(valueOf(emitVxlan({ vni, payload }))))).toEqual({ vni, payload });
      }),
    ));
});
