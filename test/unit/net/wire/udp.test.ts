import { bigInt, integer, property, record, uint8Array } from "fast-check";
import { describe, expect, test } from "vitest";
import { toHex } from "#net/bytes/hex.ts";
import { verifiesTransportChecksum, type IpEnds } from "#net/wire/pseudo-header.ts";
import { emitUdp, parseUdp, parseUdpHeader, udpChecksumStatus } from "#net/wire/udp.ts";
import { udpLayout } from "#net/wire/udp-layout.ts";
import { holds } from "../holds.ts";
import { expectCovers } from "../layouts.ts";
import { bytes, valueOf } from "../vectors.ts";

const ends: IpEnds = { source: 0x0a000105, destination: 0x0a000106 };
const port = integer({ min: 0, max: 0xffff });
const v6 = bigInt({ min: 0n, max: (1n << 128n) - 1n });

test("E3: a computed checksum of 0 goes out as ffff", () => {
  const sent = valueOf(
    emitUdp({ sourcePort: 1000, destinationPort: 2000, checksum: ends, payload: bytes("de17") }),
  );
  expect(toHex(sent)).toBe("03e807d0000affffde17");
  expect(udpChecksumStatus(sent, ends)).toBe("good");
});

test("a zero checksum: absent over IPv4, illegal over IPv6", () => {
  const sent = valueOf(emitUdp({ sourcePort: 1, destinationPort: 2, checksum: 0, payload: bytes("00") }));
  expect(udpChecksumStatus(sent, ends)).toBe("absent");
  expect(udpChecksumStatus(sent, { source: 1n, destination: 2n })).toBe("illegal");
});

test("what is emitted reads back and verifies; one wrong bit does not", () => {
  const datagrams = record({
    sourcePort: port,
    destinationPort: port,
    payload: uint8Array({ maxLength: 40 }),
  });
  holds(
    property(datagrams, v6, v6, integer({ min: 0 }), (datagram, source, destination, place) => {
      const between = { source, destination };
      const sent = valueOf(emitUdp({ ...datagram, checksum: between }));
      expect(valueOf(parseUdp(sent))).toMatchObject(datagram);
      expect(valueOf(emitUdp(valueOf(parseUdp(sent))))).toEqual(sent);
      expect(udpChecksumStatus(sent, between)).toBe("good");
      const bit = place % (sent.length * 8);
      sent[bit >>> 3] = (sent[bit >>> 3] ?? 0) ^ (0x80 >>> (bit & 7));
      expect(verifiesTransportChecksum(between, 17, sent)).toBe(false);
    }),
  );
});

test("never throws, and draws whatever comes", () => {
  holds(
    property(uint8Array({ maxLength: 30 }), (any) => {
      const parsed = parseUdp(any);
      if (parsed.ok)
        expect(toHex(valueOf(emitUdp(parsed.value)))).toBe(toHex(any.subarray(0, parsed.value.length)));
      udpChecksumStatus(any, ends);
      expectCovers(udpLayout, any);
      const short = Uint8Array.of(0, 1, 0, 2, 0, any.length, ...any);
      expectCovers(udpLayout, short);
      parseUdp(short);
    }),
    1000,
  );
});

describe("faults", () => {
  test.each([
    ["truncated", "0001 0002 0008 00", 7],
    ["length", "0001 0002 0007 0000", 4],
    ["length", "0001 0002 0009 0000", 4],
  ])("%s", (code, hex, offset) =>
    expect(parseUdp(bytes(hex))).toMatchObject({ ok: false, error: { code, offset } }),
  );

  test("a cut datagram still has a header, as ICMP quotes it", () =>
    expect(valueOf(parseUdpHeader(bytes("9c40 829a 0028 655d"))).length).toBe(40));

  test.each([
    ["Source Port", 0, { sourcePort: 65_536 }],
    ["Destination Port", 2, { destinationPort: -1 }],
    ["Length", 4, { payload: new Uint8Array(65_528) }],
    ["Checksum", 6, { checksum: 65_536 }],
  ])("refuses what %s cannot carry", (field, offset, change) => {
    const datagram = { sourcePort: 1, destinationPort: 2, checksum: 0, payload: new Uint8Array(), ...change };
    expect(emitUdp(datagram)).toEqual({ ok: false, error: { code: "out-of-range", offset, field } });
  });
});
