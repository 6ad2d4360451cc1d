import { integer, property, record, uint8Array } from "fast-check";
import { describe, expect, test } from "vitest";
import { toHex } from "#net/bytes/hex.ts";
import {
  emitArp,
  emitArpMessage,
  isArpAnnouncement,
  isArpProbe,
  isGratuitousArp,
  parseArp,
  parseArpMessage,
  type ArpPacket,
} from "#net/wire/arp.ts";
import { arpLayout } from "#net/wire/arp-layout.ts";
import { holds } from "../holds.ts";
import { expectCovers } from "../layouts.ts";
import { bytes, valueOf } from "../vectors.ts";

/** Inventory E5, without the Ethernet header. */
const request = "0001 0800 0604 0001 0a22 3344 5566 0af4 0105 0000 0000 0000 0af4 0101";

const packets = record<ArpPacket>({
  operation: integer({ min: 0, max: 0xffff }),
  senderMac: integer({ min: 0, max: 2 ** 48 - 1 }),
  senderIp: integer({ min: 0, max: 0xffff_ffff }),
  targetMac: integer({ min: 0, max: 2 ** 48 - 1 }),
  targetIp: integer({ min: 0, max: 0xffff_ffff }),
});

test("E5: who has 10.244.1.1, tell 10.244.1.5", () => {
  const expected = {
    operation: 1,
    senderMac: 0x0a2233445566,
    senderIp: 0x0af40105,
    targetMac: 0,
    targetIp: 0x0af40101,
  };
  expect(valueOf(parseArp(bytes(request + "00".repeat(18))))).toEqual(expected);
  expect(valueOf(emitArp(expected))).toEqual(bytes(request));
});

test("what is emitted reads back", () =>
  holds(
    property(packets, (packet) => {
      expect(valueOf(parseArp(valueOf(emitArp(packet))))).toEqual(packet);
    }),
  ));

test("never throws; a message is emitted again as it came", () => {
  const plausible = uint8Array({ maxLength: 40 }).map((rest) =>
    Uint8Array.of(0, 1, 8, 0, 6, 4, 0, 1, ...rest),
  );
  for (const source of [uint8Array({ maxLength: 60 }), plausible]) {
    holds(
      property(source, (any) => {
        const parsed = parseArpMessage(any);
        parseArp(any);
        if (parsed.ok) {
          const again = valueOf(emitArpMessage(parsed.value));
          expect(toHex(again)).toBe(toHex(any.subarray(0, again.length)));
        }
        expectCovers(arpLayout, any);
      }),
      1000,
    );
  }
});

describe("faults", () => {
  test.each([
    ["truncated", request.slice(0, -2), 27],
    ["hardware-type", request.replace("0001 0800", "0006 0800"), 0],
    ["hardware-length", request.replace("0604", "0504"), 4],
    ["protocol-type", request.replace("0800", "86dd"), 2],
    ["protocol-length", request.replace("0604", "0603"), 5],
  ])("%s", (code, hex, offset) =>
    expect(parseArp(bytes(hex))).toMatchObject({ ok: false, error: { code, offset } }),
  );

  test.each<[string, number, Partial<ArpPacket>]>([
    ["Operation", 6, { operation: 65_536 }],
    ["Sender Hardware Address", 8, { senderMac: 2 ** 48 }],
    ["Sender Protocol Address", 14, { senderIp: 2 ** 32 }],
    ["Target Hardware Address", 18, { targetMac: -1 }],
    ["Target Protocol Address", 24, { targetIp: 0.5 }],
  ])("refuses what %s cannot carry", (field, offset, change) => {
    const packet = { operation: 1, senderMac: 1, senderIp: 1, targetMac: 1, targetIp: 1, ...change };
    expect(emitArp(packet)).toEqual({ ok: false, error: { code: "out-of-range", offset, field } });
  });

  test("refuses addresses of one kind and two lengths", () => {
    const message = valueOf(parseArpMessage(bytes(request)));
    expect(emitArpMessage({ ...message, targetProtocol: new Uint8Array(3) }).ok).toBe(false);
  });
});

test.each([
  ["a request", { senderIp: 1, targetIp: 2 }, [false, false, false]],
  ["a probe", { senderIp: 0, targetIp: 2 }, [true, false, false]],
  ["an announcement", { senderIp: 2, targetIp: 2 }, [false, true, true]],
  ["a gratuitous reply", { senderIp: 2, targetIp: 2, operation: 2 }, [false, true, false]],
])("%s: probe, gratuitous, announcement", (_, change, expected) => {
  const packet = { operation: 1, senderMac: 1, targetMac: 0, ...change };
  expect([isArpProbe(packet), isGratuitousArp(packet), isArpAnnouncement(packet)]).toEqual(expected);
});
