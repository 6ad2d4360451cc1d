import { integer, property, uint8Array } from "fast-check";
import { describe, expect, test } from "vitest";
import { ipv4PacketBytes } from "#course/generators/ipv4-packet.ts";
import { toHex } from "#net/bytes/hex.ts";
import {
  emitIpv4,
  parseIpv4,
  parseIpv4Header,
  verifiesIpv4Checksum,
  type Ipv4Fields,
} from "#net/wire/ipv4.ts";
import { formatIpv4Address } from "#net/wire/address.ts";
import { ipv4Layout } from "#net/wire/ipv4-layout.ts";
import { expectCovers } from "../layouts.ts";
import { bytes, valueOf } from "../vectors.ts";
import { holds } from "../holds.ts";

const e2 = bytes("4500 00be d431 4000 4006 11e7 0af4 0105 8efa b92e");

describe("parse", () => {
  test("E2, the header of document T §17.2", () => {
    const header = valueOf(parseIpv4Header(e2));
    expect(header).toMatchObject({
      ihl: 5,
      headerBytes: 20,
      dscp: 0,
      ecn: 0,
      totalLength: 190,
      identification: 54321,
      reserved: false,
      df: true,
      mf: false,
      fragmentOffset: 0,
      ttl: 64,
      protocol: 6,
      checksum: 0x11e7,
    });
    expect(formatIpv4Address(header.source)).toBe("10.244.1.5");
    expect(formatIpv4Address(header.destination)).toBe("142.250.185.46");
    expect(verifiesIpv4Checksum(e2)).toBe(true);
  });

  test.each([
    ["4500 05dc 1234 2000 4011 c777 c0a8 640a c0a8 960a", true, 0],
    ["4500 05dc 1234 20b9 4011 c6be c0a8 640a c0a8 960a", true, 1480],
    ["4500 0028 1234 0172 4011 ebb9 c0a8 640a c0a8 960a", false, 2960],
  ])("E9, fragment %s", (hex, mf, fragmentOffset) => {
    expect(valueOf(parseIpv4Header(bytes(hex)))).toMatchObject({ df: false, mf, fragmentOffset });
    expect(verifiesIpv4Checksum(bytes(hex))).toBe(true);
  });

  test("the payload ends at Total Length, not at the end of the frame", () => {
    const packet = valueOf(
      parseIpv4(bytes("4500 0016 0000 0000 4011 0000 0a00 0001 0a00 0002 abcd 0000 0000")),
    );
    expect(toHex(packet.payload)).toBe("abcd");
  });

  const good = "4600 001a 0000 0000 4011 0000 0a00 0001 0a00 0002 9404 0000 abcd";
  test.each([
    ["truncated", good, 19, undefined, 19],
    ["version", good.replace("46", "66"), 0, "Version", 26],
    ["ihl", good.replace("46", "44"), 0, "IHL", 26],
    ["ihl", good.replace("46", "47"), 0, "IHL", 26],
    ["total-length", good.replace("001a", "0017"), 2, "Total Length", 26],
    ["total-length", good.replace("001a", "001b"), 2, "Total Length", 26],
  ])("%s", (code, hex, offset, field, length) => {
    const packet = bytes(hex).subarray(0, length);
    const error = field === undefined ? { code, offset } : { code, offset, field };
    expect(parseIpv4(packet)).toEqual({ ok: false, error });
  });

  test("the first fault in the order length, version, IHL, Total Length counts", () => {
    expect(parseIpv4(bytes("64")).ok).toBe(false);
    expect(parseIpv4(bytes("64".repeat(20)))).toMatchObject({ error: { code: "version" } });
    expect(parseIpv4(bytes("44".repeat(20)))).toMatchObject({ error: { code: "ihl" } });
  });

  test("never throws, whatever the bytes", () => {
    holds(
      property(uint8Array({ maxLength: 80 }), integer({ min: 0x40, max: 0x4f }), (any, first) => {
        for (const packet of [any, Uint8Array.of(first, ...any)]) {
          const result = parseIpv4(packet);
          if (!result.ok) expect(result.error.offset).toBeLessThanOrEqual(packet.length);
          verifiesIpv4Checksum(packet);
          expectCovers(ipv4Layout, packet);
        }
      }),
      500,
    );
  });
});

describe("emit", () => {
  const fields: Ipv4Fields & { payload: Uint8Array } = {
    dscp: 46,
    ecn: 1,
    identification: 1,
    df: true,
    mf: false,
    fragmentOffset: 0,
    ttl: 64,
    protocol: 17,
    source: 0x0a000001,
    destination: 0x0a000002,
    options: new Uint8Array(),
    payload: bytes("abcd"),
  };

  test("gives back the packet that was parsed, without what the link added", () => {
    holds(
      property(ipv4PacketBytes(), (packet) => {
        const parsed = valueOf(parseIpv4(packet));
        expect(toHex(valueOf(emitIpv4(parsed)))).toBe(toHex(packet.subarray(0, parsed.totalLength)));
      }),
      500,
    );
  });

  test("computes the checksum when none is given, else keeps what is given", () => {
    expect(verifiesIpv4Checksum(valueOf(emitIpv4(fields)))).toBe(true);
    expect(valueOf(emitIpv4({ ...fields, checksum: 0xbeef })).subarray(10, 12)).toEqual(bytes("beef"));
  });

  test("pads options with zeros", () => {
    const packet = valueOf(emitIpv4({ ...fields, options: bytes("0101 01") }));
    expect(toHex(packet.subarray(20))).toBe("01010100abcd");
    expect(packet[0]).toBe(0x46);
  });

  test.each<[string, number, Partial<typeof fields>]>([
    ["DSCP", 1, { dscp: 64 }],
    ["ECN", 1, { ecn: 4 }],
    ["Total Length", 2, { payload: new Uint8Array(65_516) }],
    ["Identification", 4, { identification: 65_536 }],
    ["Fragment Offset", 6, { fragmentOffset: 65_536 }],
    ["Fragment Offset", 6, { fragmentOffset: 1481 }],
    ["Time to Live", 8, { ttl: 300 }],
    ["Time to Live", 8, { ttl: -1 }],
    ["Protocol", 9, { protocol: 256 }],
    ["Header Checksum", 10, { checksum: 65_536 }],
    ["Source Address", 12, { source: 2 ** 32 }],
    ["Destination Address", 16, { destination: -1 }],
    ["Options", 20, { options: new Uint8Array(41) }],
  ])("refuses what %s cannot carry", (field, offset, change) => {
    expect(emitIpv4({ ...fields, ...change })).toEqual({
      ok: false,
      error: { code: "out-of-range", offset, field },
    });
  });

  test("carries the most that fits", () => {
    expect(valueOf(emitIpv4({ ...fields, payload: new Uint8Array(65_515) })).length).toBe(65_535);
    expect(valueOf(emitIpv4({ ...fields, options: new Uint8Array(40).fill(1) }))[0]).toBe(0x4f);
  });
});

test("every single-bit error in a header is noticed by the checksum, unless it makes the header look shorter or longer", () => {
  holds(
    property(ipv4PacketBytes(), (packet) => {
      const { headerBytes } = valueOf(parseIpv4(packet));
      for (let bit = 8; bit < headerBytes * 8; bit++) {
        const flipped = packet.slice();
        flipped[bit >>> 3] = (flipped[bit >>> 3] ?? 0) ^ (0x80 >>> (bit & 7));
        expect(verifiesIpv4Checksum(flipped)).toBe(false);
      }
    }),
  );
});

describe("layout", () => {
  const names = (hex: string): string[] => ipv4Layout.fields(bytes(hex)).map((field) => field.name);

  test("values are written as people write them", () => {
    const values = ipv4Layout
      .fields(bytes("45b8 05dc d431 20b9 4011 c6be c0a8 640a c0a8 960a"))
      .map((f) => [f.name, f.value]);
    expect(values).toEqual([
      ["Version", "4"],
      ["IHL", "20 (5 × 4)"],
      ["DSCP", "46 (EF)"],
      ["ECN", "0 (Non-ECT)"],
      ["Total Length", "1500"],
      ["Identification", "0xd431 (54321)"],
      ["Reserved", "0"],
      ["DF", "0"],
      ["MF", "1"],
      ["Fragment Offset", "1480 (185 × 8)"],
      ["Time to Live", "64"],
      ["Protocol", "17 (UDP)"],
      ["Header Checksum", "0xc6be"],
      ["Source Address", "192.168.100.10"],
      ["Destination Address", "192.168.150.10"],
    ]);
  });

  test("options end after EOOL, then comes padding; payload ends at Total Length, then comes the link's", () => {
    const drawn = names("4700 001d 0000 0000 4011 0000 0a00 0001 0a00 0002 9404 0000 00ff ffff 61 0000");
    expect(drawn.slice(15)).toEqual(["Options", "Padding", "Payload", "Link Padding"]);
  });

  test("an IHL that cannot be meant still draws 20 bytes of header", () => {
    const drawn = names("4f00 0016 0000 0000 4011 0000 0a00 0001 0a00 0002 abcd");
    expect(drawn.slice(14)).toEqual(["Destination Address", "Payload"]);
  });

  test("a cut message is drawn as far as it goes, a cut field without its value", () => {
    const fields = ipv4Layout.fields(bytes("4500 00be d4"));
    expect(fields.at(-1)).toEqual({
      name: "Identification",
      group: "order",
      bit: 32,
      bits: 8,
      rfc: "RFC 791 §3.1",
    });
  });
});
