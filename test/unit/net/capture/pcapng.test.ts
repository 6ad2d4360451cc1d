import { property, uint8Array } from "fast-check";
import { describe, expect, test } from "vitest";
import { readPcapng } from "#net/capture/pcapng.ts";
import { holds } from "../holds.ts";
import { bytes, valueOf } from "../vectors.ts";

const join = (...parts: string[]): Uint8Array => bytes(parts.join(" "));
const section = "0a0d0d0a 0000001c 1a2b3c4d 0001 0000 ffffffffffffffff 0000001c";
const ethernet = "00000001 00000014 0001 0000 00000028 00000014";
/** Nanoseconds (if_tsresol 9), 100 s later (if_tsoffset). */
const precise =
  "00000001 0000002c 0065 0000 00000000 0009 0001 09000000 000e 0008 0000000000000064 0000 0000 0000002c";
const frame = (id: string): string =>
  `00000006 00000024 ${id} 00000000 000f4241 00000002 0000003c abcd0000 00000024`;
const simple = "00000003 00000014 00000002 abcd0000 00000014";
const unknown = "00000bad 00000010 01020304 00000010";

describe("big-endian", () => {
  test("an enhanced packet, microseconds by default", () => {
    const read = valueOf(readPcapng(join(section, ethernet, unknown, frame("00000000"))));
    expect(read.frames).toEqual([
      { interface: 0, time: { seconds: 1, nanoseconds: 1000 }, originalLength: 60, data: bytes("abcd") },
    ]);
    expect(read.interfaces).toMatchObject([{ linkType: 1, snapLength: 40 }]);
    expect(read.cut).toBeNull();
  });

  test("each interface has its unit of time and its offset", () => {
    const { frames } = valueOf(readPcapng(join(section, ethernet, precise, frame("00000001"))));
    expect(frames).toMatchObject([{ interface: 1, time: { seconds: 100, nanoseconds: 1_000_001 } }]);
  });

  test("a unit of time may be a power of two", () => {
    const halves = precise.replace("09000000", "81000000");
    const { frames } = valueOf(readPcapng(join(section, halves, frame("00000000"))));
    expect(frames).toMatchObject([{ time: { seconds: 500_100, nanoseconds: 500_000_000 } }]);
  });

  test("a simple packet has no time, and is of the first interface", () => {
    const { frames } = valueOf(readPcapng(join(section, ethernet, precise, simple)));
    expect(frames).toEqual([{ interface: 0, time: null, originalLength: 2, data: bytes("abcd") }]);
  });

  test("a section counts its interfaces anew, in its own byte order", () => {
    const little = "0a0d0d0a 1c000000 4d3c2b1a 0100 0000 ffffffffffffffff 1c000000";
    const raw = "01000000 14000000 6500 0000 00000000 14000000";
    const packet = "03000000 14000000 01000000 ff000000 14000000";
    const read = valueOf(readPcapng(join(section, ethernet, simple, little, raw, packet)));
    expect(read.frames.map((one) => [one.interface, one.data])).toEqual([
      [0, bytes("abcd")],
      [1, bytes("ff")],
    ]);
    expect(read.interfaces[1]?.linkType).toBe(101);
  });
});

test("an interface of the section before is not one of this", () => {
  const read = valueOf(readPcapng(join(section, ethernet, section, frame("00000000"))));
  expect(read.frames).toEqual([]);
  expect(read.cut).toMatchObject({ code: "interface" });
});

test.each([
  ["in a block's header", [section, ethernet, simple, "00000003 0000"], "truncated", 74],
  ["in a block", [section, ethernet, simple, "00000003 00000014 00000002 abcd"], "truncated", 82],
  [
    "by a length that is no multiple of 4",
    [section, ethernet, simple, "00000003 00000013 00000000"],
    "length",
    72,
  ],
  ["by two lengths that differ", [section, ethernet, simple, simple.replace(/14$/, "18")], "length", 84],
  ["by an interface that is not described", [section, ethernet, simple, frame("00000001")], "interface", 76],
  [
    "by a frame longer than its block",
    [section, ethernet, simple, simple.replace("0002", "0005")],
    "length",
    76,
  ],
  [
    "by an enhanced packet longer than its block",
    [section, ethernet, simple, frame("00000000").replace("00000002 0000003c", "00000005 0000003c")],
    "length",
    88,
  ],
  [
    "by a packet too short for its fields",
    [section, ethernet, simple, "00000006 0000000c 0000000c"],
    "length",
    72,
  ],
  [
    "by an interface too short for its fields",
    [section, ethernet, simple, "00000001 0000000c 0000000c"],
    "length",
    72,
  ],
  [
    "by a section too short for its fields",
    [section, ethernet, simple, section.replaceAll("1c", "18").replace("ffffffff ", ""), simple],
    "length",
    72,
  ],
  [
    "by an option longer than its block",
    [section, ethernet, simple, precise.replace("0009 0001", "0009 0041")],
    "length",
    86,
  ],
  [
    "by a unit of time of two bytes",
    [section, ethernet, simple, precise.replace("0009 0001", "0009 0002")],
    "length",
    86,
  ],
  [
    "by another kind of file in its midst",
    [section, ethernet, simple, section.replace("1a2b", "1a2c")],
    "magic",
    76,
  ],
  [
    "by a section of a later version",
    [section, ethernet, simple, section.replace("0001 0000 f", "0002 0000 f")],
    "version",
    80,
  ],
])("a file cut %s keeps what is whole", (_, parts, code, offset) => {
  const read = valueOf(readPcapng(join(...parts)));
  expect(read.frames.length).toBe(1);
  expect(read.cut).toMatchObject({ code, offset });
});

test.each([
  ["truncated", 0, new Uint8Array()],
  ["truncated", 27, join(section).subarray(0, 27)],
  ["magic", 0, join(section.replace("0d0d", "0d0e"))],
  ["magic", 8, join(section.replace("1a2b", "1a2c"))],
  ["version", 12, join(section.replace("0001 0000 f", "0002 0000 f"))],
])("%s at %i", (code, offset, file) =>
  expect(readPcapng(file)).toMatchObject({ ok: false, error: { code, offset } }),
);

test("a file of interfaces alone, and one of a section alone, are whole", () => {
  expect(valueOf(readPcapng(join(section, ethernet)))).toMatchObject({ frames: [], cut: null });
  expect(valueOf(readPcapng(join(section)))).toEqual({ interfaces: [], frames: [], cut: null });
});

test("noise behind a section does not throw", () => {
  holds(
    property(uint8Array({ maxLength: 80 }), (noise) => {
      readPcapng(Uint8Array.of(...join(section, ethernet), ...noise));
    }),
  );
});
