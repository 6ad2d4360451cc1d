import { property, uint8Array } from "fast-check";
import { describe, expect, test } from "vitest";
import { ipv4Options } from "#course/generators/ipv4-options.ts";
import { toHex } from "#net/bytes/hex.ts";
import {
  emitIpv4Options,
  ipv4OptionName,
  isCopied,
  optionClass,
  optionNumber,
  parseIpv4Options,
} from "#net/wire/ipv4-options.ts";
import {
  ipv4OptionFault,
  parseRouteData,
  parseRouterAlertData,
  parseTimestampData,
} from "#net/wire/ipv4-option-data.ts";
import { ipv4OptionsLayout } from "#net/wire/ipv4-options-layout.ts";
import { expectCovers } from "../layouts.ts";
import { bytes, valueOf } from "../vectors.ts";
import { holds } from "../holds.ts";

test.each([
  [7, "RR", false, 0, 7],
  [68, "TS", false, 2, 4],
  [82, "TR", false, 2, 18],
  [131, "LSR", true, 0, 3],
  [137, "SSR", true, 0, 9],
  [148, "RTRALT", true, 0, 20],
  [222, null, true, 2, 30],
])("type %i is %s", (type, name, copied, klass, number) => {
  expect([ipv4OptionName(type), isCopied(type), optionClass(type), optionNumber(type)]).toEqual([
    name,
    copied,
    klass,
    number,
  ]);
});

describe("parse", () => {
  const types = (hex: string): number[] => valueOf(parseIpv4Options(bytes(hex))).map((option) => option.type);

  test("NOP has no length; EOOL is the last, whatever follows", () => {
    expect(types("01".repeat(10))).toEqual(Array.from({ length: 10 }, () => 1));
    expect(types("01 94040000 00 ff07")).toEqual([1, 148, 0]);
    expect(types("")).toEqual([]);
  });

  test("an option may end exactly at the end", () => expect(types("0707 04 0a000001")).toEqual([7]));

  test("128 and 129 are no EOOL and no NOP: they have a length", () =>
    expect(types("8002 8103ff")).toEqual([128, 129]));

  test.each([
    ["0100", "no fault before EOOL", null],
    ["01 07", "the length is missing", 1],
    ["01 0700", "length 0", 1],
    ["01 0701", "length 1", 1],
    ["01 0704 04", "one byte too long", 1],
  ])("%s: %s", (hex, _, offset) => {
    const result = parseIpv4Options(bytes(hex));
    expect(result.ok ? null : result.error.offset).toBe(offset);
  });

  test("never throws, and its options lie side by side", () => {
    holds(
      property(uint8Array({ maxLength: 44 }), (area) => {
        const result = parseIpv4Options(area);
        if (result.ok) {
          let next = 0;
          for (const option of result.value) {
            expect(option.offset).toBe(next);
            next += option.length;
            ipv4OptionFault(option);
          }
          expect(next).toBeLessThanOrEqual(area.length);
        }
        expectCovers(ipv4OptionsLayout, area);
      }),
      1000,
    );
  });

  test("the layout covers real options too", () => {
    holds(
      property(ipv4Options({ damaged: true }), (area) => expectCovers(ipv4OptionsLayout, area)),
      500,
    );
  });
});

describe("emit", () => {
  test("gives back what was parsed, up to EOOL", () => {
    holds(
      property(ipv4Options(), (area) => {
        const options = valueOf(parseIpv4Options(area));
        const end = options.reduce((length, option) => length + option.length, 0);
        expect(toHex(valueOf(emitIpv4Options(options)))).toBe(toHex(area.subarray(0, end)));
      }),
      500,
    );
  });

  test.each([
    ["Options", 0, [{ type: 7, data: new Uint8Array(39) }]],
    [
      "Options",
      4,
      [
        { type: 148, data: new Uint8Array(2) },
        { type: 7, data: new Uint8Array(35) },
      ],
    ],
    ["Option Data", 0, [{ type: 1, data: new Uint8Array(1) }]],
    ["Option Type", 0, [{ type: 256, data: new Uint8Array(1) }]],
  ])("refuses what %s cannot carry", (field, offset, options) => {
    expect(emitIpv4Options(options)).toEqual({ ok: false, error: { code: "out-of-range", offset, field } });
  });
});

describe("data", () => {
  const first = (hex: string): { type: number; data: Uint8Array } => {
    const option = valueOf(parseIpv4Options(bytes(hex)))[0];
    if (option === undefined) throw new Error("no option");
    return option;
  };

  test("a record route with one of two slots filled", () =>
    expect(valueOf(parseRouteData(first("070b 08 c0a8ef4b 00000000")))).toEqual({
      pointer: 8,
      addresses: [0xc0a8ef4b, 0],
      filled: 1,
    }));

  test("a full one has its pointer beyond the end", () =>
    expect(valueOf(parseRouteData(first("0707 08 c0a8ef4b"))).filled).toBe(1));

  test("timestamps alone, and with addresses", () => {
    expect(valueOf(parseTimestampData(first("4408 05 20 00000001")))).toEqual({
      pointer: 5,
      overflow: 2,
      flag: 0,
      slots: [{ address: null, timestamp: 1 }],
    });
    expect(valueOf(parseTimestampData(first("440c 0d 01 0a000001 00000002")))).toEqual({
      pointer: 13,
      overflow: 0,
      flag: 1,
      slots: [{ address: 0x0a000001, timestamp: 2 }],
    });
  });

  test("router alert", () => expect(valueOf(parseRouterAlertData(first("94040000")))).toBe(0));

  test.each([
    ["0702", "length"],
    ["070703 00000000", "pointer"],
    ["4403 05", "length"],
    ["4404 04 00", "pointer"],
    ["940300", "length"],
    ["1e02", null],
  ])("%s: %s", (hex, fault) => expect(ipv4OptionFault(first(hex))).toBe(fault));
});

test("the layout of a record route", () => {
  const fields = ipv4OptionsLayout.fields(bytes("0707 04 0a000001 00"));
  expect(fields.map((f) => [f.name, f.bit, f.bits, f.value])).toEqual([
    ["Copied Flag", 0, 1, "0"],
    ["Option Class", 1, 2, "0"],
    ["Option Number", 3, 5, "7 (RR)"],
    ["Option Length", 8, 8, "7"],
    ["Pointer", 16, 8, "4"],
    ["Route Data", 24, 32, "10.0.0.1"],
    ["Copied Flag", 56, 1, "0"],
    ["Option Class", 57, 2, "0"],
    ["Option Number", 59, 5, "0 (EOOL)"],
  ]);
});

test("the layout of a timestamp option: an address and its time, in turn, and only then", () => {
  const drawn = (hex: string): unknown[] =>
    ipv4OptionsLayout
      .fields(bytes(hex))
      .slice(5)
      .map((f) => [f.name, f.bit, f.bits, f.value]);
  expect(drawn("440c 0d 01 0a000001 00000002")).toEqual([
    ["Overflow", 24, 4, "0"],
    ["Flag", 28, 4, "1"],
    ["Internet Address", 32, 32, "10.0.0.1"],
    ["Timestamp", 64, 32, "2 ms"],
  ]);
  expect(drawn("440c 05 20 00000001 00000002").slice(2)).toEqual([
    ["Timestamp", 32, 32, "1 ms"],
    ["Timestamp", 64, 32, "2 ms"],
  ]);
});
