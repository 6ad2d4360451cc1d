import { constantFrom, integer, property, record, uint8Array, array } from "fast-check";
import { describe, expect, test } from "vitest";
import { toHex } from "#net/bytes/hex.ts";
import { emitTcp, parseTcp, tcpFlag, tcpFlagNames } from "#net/wire/tcp.ts";
import { tcpLayout } from "#net/wire/tcp-layout.ts";
import { emitTcpOptions, parseTcpOptions, readTcpOptions } from "#net/wire/tcp-options.ts";
import { verifiesTransportChecksum } from "#net/wire/pseudo-header.ts";
import { holds } from "../holds.ts";
import { expectCovers } from "../layouts.ts";
import { bytes, valueOf } from "../vectors.ts";

/** Inventory E1, the repaired SYN of document T §17.6, from its TCP header on. */
const syn = bytes(
  "d431 01bb 0000 03e8 0000 0000 a002 faf0 5f2a 0000 0204 05b4 0402 080a 1234 e5d3 0000 0000 0103 0307",
);
const ends = { source: 0x0af40105, destination: 0x08080808 };

test("E1: the repaired SYN", () => {
  const segment = valueOf(parseTcp(syn));
  expect(segment).toMatchObject({
    sourcePort: 54321,
    destinationPort: 443,
    sequenceNumber: 1000,
    acknowledgmentNumber: 0,
    dataOffset: 40,
    reserved: 0,
    flags: tcpFlag.SYN,
    window: 64240,
    checksum: 0x5f2a,
    urgentPointer: 0,
  });
  expect(valueOf(readTcpOptions(valueOf(parseTcpOptions(segment.options))))).toEqual({
    mss: 1460,
    sackPermitted: true,
    timestamps: { value: 0x1234e5d3, echoReply: 0 },
    windowScale: 7,
  });
  expect(verifiesTransportChecksum(ends, 6, syn)).toBe(true);
  expect(toHex(valueOf(emitTcp({ ...segment, checksum: ends })))).toBe(toHex(syn));
});

test("the flags of RFC 9293 and AE, lowest first", () => {
  expect(tcpFlagNames(0x1ff)).toEqual(["FIN", "SYN", "RST", "PSH", "ACK", "URG", "ECE", "CWR", "AE"]);
  expect(tcpFlagNames(0x012)).toEqual(["SYN", "ACK"]);
});

const segments = record({
  sourcePort: integer({ min: 0, max: 0xffff }),
  destinationPort: integer({ min: 0, max: 0xffff }),
  sequenceNumber: integer({ min: 0, max: 0xffff_ffff }),
  acknowledgmentNumber: integer({ min: 0, max: 0xffff_ffff }),
  reserved: integer({ min: 0, max: 7 }),
  flags: integer({ min: 0, max: 0x1ff }),
  window: integer({ min: 0, max: 0xffff }),
  urgentPointer: integer({ min: 0, max: 0xffff }),
  options: integer({ min: 0, max: 10 }).chain((n) => uint8Array({ minLength: 4 * n, maxLength: 4 * n })),
  payload: uint8Array({ maxLength: 20 }),
});

test("what is emitted reads back and verifies; one wrong bit does not", () => {
  holds(
    property(segments, integer({ min: 0 }), (segment, place) => {
      const sent = valueOf(emitTcp({ ...segment, checksum: ends }));
      const parsed = valueOf(parseTcp(sent));
      expect(parsed).toMatchObject(segment);
      expect(valueOf(emitTcp(parsed))).toEqual(sent);
      expect(verifiesTransportChecksum(ends, 6, sent)).toBe(true);
      expectCovers(tcpLayout, sent);
      const bit = place % (sent.length * 8);
      sent[bit >>> 3] = (sent[bit >>> 3] ?? 0) ^ (0x80 >>> (bit & 7));
      expect(verifiesTransportChecksum(ends, 6, sent)).toBe(false);
    }),
  );
});

test("never throws, and draws whatever comes", () => {
  holds(
    property(uint8Array({ maxLength: 70 }), (any) => {
      const parsed = parseTcp(any);
      if (parsed.ok) expect(toHex(valueOf(emitTcp(parsed.value)))).toBe(toHex(any));
      expectCovers(tcpLayout, any);
    }),
    1000,
  );
});

test("options are padded with zeros", () => {
  const segment = valueOf(emitTcp({ ...valueOf(parseTcp(syn)), checksum: 0, options: bytes("0303 07") }));
  expect(toHex(segment.subarray(20))).toBe("03030700");
  expect(segment.subarray(12, 13)).toEqual(bytes("60"));
});

describe("faults", () => {
  test.each([
    ["truncated", syn.subarray(0, 19), 19],
    ["data-offset", syn.map((byte, i) => (i === 12 ? 0x40 : byte)), 12],
    ["data-offset", syn.subarray(0, 39), 12],
  ])("%s", (code, segment, offset) =>
    expect(parseTcp(segment)).toMatchObject({ ok: false, error: { code, offset } }),
  );

  test.each([
    ["Source Port", 0, { sourcePort: 65_536 }],
    ["Destination Port", 2, { destinationPort: -1 }],
    ["Sequence Number", 4, { sequenceNumber: 2 ** 32 }],
    ["Acknowledgment Number", 8, { acknowledgmentNumber: -1 }],
    ["Rsrvd", 12, { reserved: 8 }],
    ["Control Bits", 13, { flags: 0x200 }],
    ["Window", 14, { window: 65_536 }],
    ["Checksum", 16, { checksum: 65_536 }],
    ["Urgent Pointer", 18, { urgentPointer: 1.5 }],
    ["Options", 20, { options: new Uint8Array(41) }],
  ])("refuses what %s cannot carry", (field, offset, change) => {
    expect(emitTcp({ ...valueOf(parseTcp(syn)), ...change })).toEqual({
      ok: false,
      error: { code: "out-of-range", offset, field },
    });
  });
});

describe("options", () => {
  const read = (hex: string): unknown => {
    const list = parseTcpOptions(bytes(hex));
    if (!list.ok) return list.error.offset;
    const values = readTcpOptions(list.value);
    return values.ok ? values.value : `${values.error.code} at ${values.error.offset}`;
  };

  test.each([
    ["0101 050a 00000001 00000002", { sack: [[1, 2]] }],
    ["0402 00 ff", { sackPermitted: true }],
    ["fd04 abcd", {}],
    ["0203 05", "length at 1"],
    ["01 0304 0000", "length at 2"],
    ["0403 00", "length at 1"],
    ["0507 0000000000", "length at 1"],
    ["0502", "length at 1"],
    ["050e 00000001 00000002 00000003", "length at 1"],
    ["0809 00000000000000", "length at 1"],
    ["01 02", 1],
    ["01 0201", 1],
    ["01 0205 05b4", 1],
  ])("%s", (hex, expected) => expect(read(hex)).toEqual(expected));

  test("never throws; what was parsed is emitted again, up to the end of the list", () => {
    const likely = array(constantFrom("01", "020405b4", "0402", "030307", "080a0000000100000002", "fd03aa"), {
      maxLength: 4,
    }).map((parts) => bytes(parts.join("")));
    for (const source of [uint8Array({ maxLength: 40 }), likely]) {
      holds(
        property(source, (area) => {
          const list = parseTcpOptions(area);
          if (!list.ok) return;
          readTcpOptions(list.value);
          const again = valueOf(emitTcpOptions(list.value));
          expect(toHex(again)).toBe(toHex(area.subarray(0, again.length)));
        }),
        500,
      );
    }
  });

  test.each([
    ["Options", 0, [{ kind: 5, data: new Uint8Array(39) }]],
    ["Data", 0, [{ kind: 1, data: new Uint8Array(1) }]],
    ["Kind", 0, [{ kind: 256, data: new Uint8Array() }]],
  ])("refuses what %s cannot carry", (field, offset, options) => {
    expect(emitTcpOptions(options)).toEqual({ ok: false, error: { code: "out-of-range", offset, field } });
  });
});
