import { array, integer, property, record, uint8Array } from "fast-check";
import { expect, test } from "vitest";
import { readPcap, writePcap } from "#net/capture/pcap.ts";
import { holds } from "../holds.ts";
import { bytes, valueOf } from "../vectors.ts";

const header = "0200 0400 0000 0000 0000 0000 ffff 0000 0100 0000";
const little = bytes(
  `d4c3b2a1 ${header} 91270 26b a5450e00 02000000 3c000000 abcd`.replace("91270 26b", "9127026b"),
);

test("little-endian, microseconds", () => {
  expect(valueOf(readPcap(little))).toEqual({
    linkType: 1,
    snapLength: 65535,
    frames: [{ seconds: 0x6b022791, nanoseconds: 935_333_000, originalLength: 60, data: bytes("abcd") }],
    cut: null,
  });
});

test("big-endian, nanoseconds", () => {
  const big = bytes(
    "a1b23c4d 0002 0004 00000000 00000000 00000028 00000065 00000001 00000002 00000001 00000001 ff",
  );
  expect(valueOf(readPcap(big))).toMatchObject({
    linkType: 101,
    snapLength: 40,
    frames: [{ seconds: 1, nanoseconds: 2, data: bytes("ff") }],
  });
});

test.each([
  ["in a frame's bytes", 41, { code: "truncated", offset: 41 }],
  ["in a frame's header", 30, { code: "truncated", offset: 30 }],
])("a file cut %s keeps what is whole", (_, length, cut) => {
  expect(valueOf(readPcap(little.subarray(0, length)))).toMatchObject({ frames: [], cut });
});

test("a length beyond all frames is damage", () => {
  const damaged = little.slice();
  damaged[34] = 0x7f;
  expect(valueOf(readPcap(damaged)).cut).toEqual({ code: "length", offset: 32, field: "captured length" });
});

test.each([
  ["truncated", 0, new Uint8Array()],
  ["truncated", 23, little.subarray(0, 23)],
  ["magic", 0, little.map((byte, i) => (i === 0 ? 0 : byte))],
  ["version", 4, little.map((byte, i) => (i === 4 ? 9 : byte))],
])("%s at %i", (code, offset, file) =>
  expect(readPcap(file)).toMatchObject({ ok: false, error: { code, offset } }),
);

test("a header without frames is a whole file", () => {
  expect(valueOf(readPcap(little.subarray(0, 24)))).toMatchObject({ frames: [], cut: null });
});

test("a file cut in its second frame keeps the first", () => {
  const two = Uint8Array.of(...little, ...little.subarray(24, 41));
  const { frames, cut } = valueOf(readPcap(two));
  expect(frames.map(({ data }) => data)).toEqual([bytes("abcd")]);
  expect(cut).toEqual({ code: "truncated", offset: 59 });
});

test("what is written reads back; noise does not throw", () => {
  const word = integer({ min: 0, max: 0xffff_ffff });
  const frames = array(
    record({
      seconds: word,
      nanoseconds: integer({ min: 0, max: 999_999_999 }),
      originalLength: word,
      data: uint8Array(),
    }),
  );
  holds(
    property(
      frames,
      integer({ min: 0, max: 0xffff }),
      word,
      uint8Array({ maxLength: 60 }),
      (list, linkType, snapLength, noise) => {
        expect(valueOf(readPcap(valueOf(writePcap({ linkType, snapLength, frames: list }))))).toEqual({
          linkType,
          snapLength,
          frames: list,
          cut: null,
        });
        readPcap(noise);
        readPcap(Uint8Array.of(...little.subarray(0, 24), ...noise));
      },
    ),
  );
});

const frame = { seconds: 0, nanoseconds: 0, originalLength: 0, data: new Uint8Array() };
const capture = { linkType: 1, snapLength: 0, frames: [frame] };
test.each([
  ["SnapLen", 16, { ...capture, snapLength: 2 ** 32 }],
  ["LinkType", 20, { ...capture, linkType: 65_536 }],
  ["Timestamp (Seconds)", 24, { ...capture, frames: [{ ...frame, seconds: 2 ** 32 }] }],
  ["Timestamp (Microseconds or nanoseconds)", 28, { ...capture, frames: [{ ...frame, nanoseconds: -1 }] }],
  ["Original Packet Length", 52, { ...capture, frames: [frame, { ...frame, originalLength: 0.5 }] }],
  ["Captured Packet Length", 32, { ...capture, frames: [{ ...frame, data: new Uint8Array(262_145) }] }],
])("%s at byte %i: what a file cannot hold is refused", (field, offset, value) => {
  expect(writePcap(value)).toEqual({ ok: false, error: { code: "out-of-range", offset, field } });
});
