import { array, boolean, constantFrom, integer, property, record, uint8Array } from "fast-check";
import { describe, expect, test } from "vitest";
import { toHex } from "#net/bytes/hex.ts";
import {
  emitAuthenticationHeader,
  emitFragmentHeader,
  emitOptionsHeader,
  emitRoutingHeader,
  routingAddresses,
} from "#net/wire/ipv6-extension-emit.ts";
import { walkExtensionHeaders } from "#net/wire/ipv6-extensions.ts";
import { emitIpv6 } from "#net/wire/ipv6.ts";
import { holds } from "../holds.ts";
import { bytes, valueOf } from "../vectors.ts";

const packet = (nextHeader: number, payload: Uint8Array): Uint8Array =>
  valueOf(
    emitIpv6({
      trafficClass: 0,
      flowLabel: 0,
      hopLimit: 64,
      source: 1n,
      destination: 2n,
      nextHeader,
      payload,
    }),
  );

test("a fragment header written is a fragment header read; its reserved byte says nothing", () => {
  const fields = record({
    nextHeader: integer({ min: 0, max: 255 }),
    fragmentOffset: integer({ min: 1, max: 8191 }).map((units) => units * 8),
    more: boolean(),
    identification: integer({ min: 0, max: 0xffff_ffff }),
  });
  holds(
    property(fields, integer({ min: 0, max: 255 }), (header, reserved) => {
      const written = valueOf(emitFragmentHeader(header));
      written[1] = reserved;
      const chain = valueOf(walkExtensionHeaders(packet(44, written)));
      expect(chain.headers).toEqual([{ kind: "fragment", type: 44, offset: 40, length: 8, ...header }]);
      expect([chain.upper, chain.upperOffset]).toEqual([header.nextHeader, 48]);
    }),
  );
});

test("an options header is a multiple of 8 bytes and reads back, padding apart", () => {
  const options = array(
    record({ type: integer({ min: 2, max: 255 }), data: uint8Array({ maxLength: 20 }) }),
    { maxLength: 4 },
  );
  holds(
    property(options, (list) => {
      const written = valueOf(emitOptionsHeader(59, list));
      expect(written.length % 8).toBe(0);
      const [header] = valueOf(walkExtensionHeaders(packet(60, written))).headers;
      if (header?.kind !== "options") throw new Error("no options header");
      expect(header.options.filter(({ type }) => type > 1)).toEqual(list);
    }),
  );
});

test("a routing header of type 0 names its addresses; others keep their data as it is", () => {
  const list = [0x2001_0db8n << 96n, 5n];
  const data = valueOf(routingAddresses(list));
  const written = valueOf(emitRoutingHeader({ nextHeader: 59, routingType: 0, segmentsLeft: 1, data }));
  // RFC 2460 §4.4: Hdr Ext Len is twice the number of addresses.
  expect(toHex(written.subarray(0, 8))).toBe("3b04000100000000");
  const [read] = valueOf(walkExtensionHeaders(packet(43, written))).headers;
  expect(read).toMatchObject({ kind: "routing", routingType: 0, segmentsLeft: 1, data, addresses: list });
  const other = { nextHeader: 59, routingType: 3, segmentsLeft: 0, data: Uint8Array.of(1, 2, 3, 4) };
  const [same] = valueOf(walkExtensionHeaders(packet(43, valueOf(emitRoutingHeader(other))))).headers;
  expect(same).toMatchObject({ ...other, addresses: [] });
});

test("an authentication header reads back; its length counts words of four, two fewer", () => {
  const fields = {
    nextHeader: 59,
    spi: 0x0a0b_0c0d,
    sequenceNumber: 7,
    icv: bytes("000102030405060708090a0b"),
  };
  const written = valueOf(emitAuthenticationHeader(fields));
  // RFC 4302 §2.2: an ICV of 96 bits gives a Payload Len of 4.
  expect(toHex(written)).toBe("3b0400000a0b0c0d00000007000102030405060708090a0b");
  expect(valueOf(walkExtensionHeaders(packet(51, written))).headers).toMatchObject([fields]);
});

test.each([
  [
    "Hdr Ext Len",
    emitRoutingHeader({ nextHeader: 6, routingType: 0, segmentsLeft: 0, data: new Uint8Array(5) }),
  ],
  [
    "Hdr Ext Len",
    emitRoutingHeader({ nextHeader: 6, routingType: 0, segmentsLeft: 0, data: new Uint8Array(2052) }),
  ],
  [
    "Routing Type",
    emitRoutingHeader({ nextHeader: 6, routingType: 256, segmentsLeft: 0, data: new Uint8Array(4) }),
  ],
  [
    "Segments Left",
    emitRoutingHeader({ nextHeader: 6, routingType: 0, segmentsLeft: -1, data: new Uint8Array(4) }),
  ],
  ["Address[2]", routingAddresses([1n, 1n << 128n])],
  [
    "Payload Len",
    emitAuthenticationHeader({ nextHeader: 6, spi: 1, sequenceNumber: 1, icv: new Uint8Array(8) }),
  ],
  [
    "Payload Len",
    emitAuthenticationHeader({ nextHeader: 6, spi: 1, sequenceNumber: 1, icv: new Uint8Array(1028) }),
  ],
  [
    "Security Parameters Index",
    emitAuthenticationHeader({ nextHeader: 6, spi: 2 ** 32, sequenceNumber: 1, icv: new Uint8Array(4) }),
  ],
])("refuses what %s cannot carry", (field, result) => {
  expect(result).toMatchObject({ ok: false, error: { code: "out-of-range", field } });
});

test("hop-by-hop, routing, fragment, AH, destination options, then UDP", () => {
  const chain =
    "2b00 0502 0000 0100" +
    "2c02 0000 0000 0000" +
    "00".repeat(16) +
    "33aa 0001 0000 0007" +
    "3c04 0000 0000 0001 0000 0002" +
    "00".repeat(12) +
    "1100 0104 0000 0000";
  const walked = valueOf(walkExtensionHeaders(packet(0, bytes(chain))));
  expect(walked.headers.map(({ kind, offset, length }) => [kind, offset, length])).toEqual([
    ["options", 40, 8],
    ["routing", 48, 24],
    ["fragment", 72, 8],
    ["authentication", 80, 24],
    ["options", 104, 8],
  ]);
  expect([walked.upper, walked.upperOffset]).toEqual([17, 112]);
});

test("No Next Header ends the chain, just behind the last header", () => {
  const walked = valueOf(walkExtensionHeaders(packet(60, bytes("3b00 0104 0000 0000"))));
  expect([walked.upper, walked.upperOffset]).toEqual([59, 48]);
});

describe("faults", () => {
  test.each([
    ["truncated", 0, "1100 0104 0000 00", 47],
    ["truncated", 0, "1101 0104 0000 0000", 41],
    ["option-length", 60, "1100 0105 0000 0000", 43],
    ["hop-by-hop", 60, "0000 0104 0000 0000 1100 0104 0000 0000", 40],
    ["segments-left", 43, "1102 0002 0000 0000" + "00".repeat(16), 43],
  ])("%s", (code, nextHeader, hex, offset) =>
    expect(walkExtensionHeaders(packet(nextHeader, bytes(hex)))).toMatchObject({
      ok: false,
      error: { code, offset },
    }),
  );

  test("never throws, never runs on", () => {
    const first = constantFrom(0, 43, 44, 51, 60, 17);
    holds(
      property(first, first, uint8Array({ maxLength: 60 }), (outer, inner, rest) => {
        const walked = walkExtensionHeaders(packet(outer, Uint8Array.of(inner, ...rest)));
        if (walked.ok) expect(walked.value.upperOffset).toBeLessThanOrEqual(41 + rest.length);
      }),
      2000,
    );
  });

  test.each([
    ["Next Header", { nextHeader: 256 }],
    ["Fragment Offset", { fragmentOffset: 12 }],
    ["Fragment Offset", { fragmentOffset: 65_536 }],
    ["Identification", { identification: 2 ** 32 }],
  ])("refuses what %s cannot carry", (field, change) => {
    const header = { nextHeader: 17, fragmentOffset: 0, more: false, identification: 0, ...change };
    expect(emitFragmentHeader(header)).toMatchObject({ ok: false, error: { code: "out-of-range", field } });
  });

  test("refuses options beyond 2048 bytes, or longer than 255", () => {
    const data = new Uint8Array(255);
    expect(
      emitOptionsHeader(
        59,
        Array.from({ length: 9 }, () => ({ type: 5, data })),
      ),
    ).toMatchObject({ error: { field: "Hdr Ext Len" } });
    expect(emitOptionsHeader(59, [{ type: 5, data: new Uint8Array(256) }])).toMatchObject({
      error: { field: "Opt Data Len" },
    });
    expect(toHex(valueOf(emitOptionsHeader(59, [])))).toBe("3b00010400000000");
  });
});
