import { outOfRange } from "../bytes/range.ts";
import { fail, ok, type Result, type WireError } from "../bytes/result.ts";

/*
 * The classic capture file: a header of 24 bytes, then for each frame a header of 16 bytes and its bytes. All numbers
 * are in the byte order of the machine that wrote them; the magic number tells which, and the unit of time.
 *
 *  | magic 4 | major 2 | minor 2 | zone 4 | accuracy 4 | snap length 4 | link type 4 |
 *  | seconds 4 | micro- or nanoseconds 4 | captured length 4 | original length 4 | bytes |
 */
const magics = new Map<number, number>([
  [0xa1b2c3d4, 1000], // microseconds
  [0xa1b23c4d, 1], // nanoseconds
]);

export type CapturedFrame = {
  /** Since 1970-01-01 UTC. */
  readonly seconds: number;
  /** As the file has them: a damaged one may hold a second and more. */
  readonly nanoseconds: number;
  /** On the wire, in bytes; more than `data` has when the capture cut it. */
  readonly originalLength: number;
  readonly data: Uint8Array;
};

export type Capture = {
  /** 1 Ethernet, 101 raw IP, 113 Linux cooked … */
  readonly linkType: number;
  /** Largest number of bytes kept of a frame. */
  readonly snapLength: number;
  readonly frames: readonly CapturedFrame[];
  /** Where the file breaks off, or null: the frames before are whole. */
  readonly cut: WireError<"truncated" | "length"> | null;
};

/** Frames beyond this are taken for damage, as libpcap does. */
const longestFrame = 262_144;

/** Reads both byte orders, micro- and nanoseconds. `data` of frames are views into `bytes`. */
export function readPcap(bytes: Uint8Array): Result<Capture, "truncated" | "magic" | "version"> {
  if (bytes.length < 24) return fail("truncated", bytes.length);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const littleEndian = magics.has(view.getUint32(0, true));
  const unit = magics.get(view.getUint32(0, littleEndian));
  if (unit === undefined) return fail("magic", 0, "magic");
  if (view.getUint16(4, littleEndian) !== 2) return fail("version", 4, "major");
  const frames: CapturedFrame[] = [];
  let cut: Capture["cut"] = null;
  let at = 24;
  while (at < bytes.length) {
    if (at + 16 > bytes.length) {
      cut = { code: "truncated", offset: bytes.length };
      break;
    }
    const length = view.getUint32(at + 8, littleEndian);
    if (length > longestFrame) {
      cut = { code: "length", offset: at + 8, field: "captured length" };
      break;
    }
    if (at + 16 + length > bytes.length) {
      cut = { code: "truncated", offset: bytes.length };
      break;
    }
    frames.push({
      seconds: view.getUint32(at, littleEndian),
      nanoseconds: view.getUint32(at + 4, littleEndian) * unit,
      originalLength: view.getUint32(at + 12, littleEndian),
      data: bytes.subarray(at + 16, at + 16 + length),
    });
    at += 16 + length;
  }
  const snapLength = view.getUint32(16, littleEndian);
  // The upper bits of the last word say something about the FCS.
  return ok({ linkType: view.getUint32(20, littleEndian) & 0xffff, snapLength, frames, cut });
}

/**
 * Writes a little-endian file; times are unsigned 32-bit seconds. With microseconds what is less than one is lost.
 * Refuses what a file cannot hold, and frames that no reader would take; offsets are those in the file.
 */
export function writePcap(
  capture: Omit<Capture, "cut">,
  resolution: "microseconds" | "nanoseconds" = "nanoseconds",
): Result<Uint8Array, "out-of-range"> {
  const micro = resolution === "microseconds";
  const { snapLength, linkType, frames } = capture;
  const size = frames.reduce((sum, { data }) => sum + 16 + data.length, 24);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, micro ? 0xa1b2c3d4 : 0xa1b23c4d, true);
  view.setUint16(4, 2, true);
  view.setUint16(6, 4, true);
  let fault = outOfRange([
    ["SnapLen", 16, snapLength, 32],
    ["LinkType", 20, linkType, 16],
  ]);
  view.setUint32(16, snapLength, true);
  view.setUint32(20, linkType, true);
  let at = 24;
  for (const { seconds, nanoseconds, originalLength, data } of frames) {
    const fraction = micro ? Math.floor(nanoseconds / 1000) : nanoseconds;
    if (data.length > longestFrame) return fail("out-of-range", at + 8, "Captured Packet Length");
    fault ??= outOfRange([
      ["Timestamp (Seconds)", at, seconds, 32],
      ["Timestamp (Microseconds or nanoseconds)", at + 4, fraction, 32],
      ["Original Packet Length", at + 12, originalLength, 32],
    ]);
    view.setUint32(at, seconds, true);
    view.setUint32(at + 4, fraction, true);
    view.setUint32(at + 8, data.length, true);
    view.setUint32(at + 12, originalLength, true);
    bytes.set(data, at + 16);
    at += 16 + data.length;
  }
  return fault ?? ok(bytes);
}
