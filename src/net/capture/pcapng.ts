import { fail, ok, type Result, type WireError } from "../bytes/result.ts";
import { interfaceOf, timeOf, type CaptureInterface } from "./pcapng-interface.ts";

/*
 * The pcapng file (draft-ietf-opsawg-pcapng): blocks one behind the other, each padded to 4 bytes. A section begins
 * with its header block, which tells the byte order, and counts its interfaces from 0.
 *
 *  | type 4 | total length 4 | body | total length 4 |
 *
 *  Section Header        | magic 4 | major 2 | minor 2 | section length 8 | options |
 *  Interface Description | link type 2 | reserved 2 | snap length 4 | options |
 *  Enhanced Packet       | interface 4 | time high 4 | time low 4 | captured length 4 | original length 4 | bytes |
 *  Simple Packet         | original length 4 | bytes |
 *  Packet (obsolete)     | interface 2 | drops 2 | then as Enhanced Packet |
 */
const blockType = {
  section: 0x0a0d0d0a,
  interface: 1,
  packet: 2,
  simplePacket: 3,
  enhancedPacket: 6,
} as const;

export type PcapngFrame = {
  /** An index of `interfaces`. */
  readonly interface: number;
  /** Since 1970-01-01 UTC; null for a Simple Packet, which has no time. */
  readonly time: { readonly seconds: number; readonly nanoseconds: number } | null;
  /** On the wire, in bytes; more than `data` has when the capture cut it. */
  readonly originalLength: number;
  readonly data: Uint8Array;
};

export type PcapngCapture = {
  /** Those of all sections, in the order of the file. */
  readonly interfaces: readonly CaptureInterface[];
  readonly frames: readonly PcapngFrame[];
  /** Where the file breaks off, or null: the frames before are whole. `interface`: of a frame, not described. */
  readonly cut: WireError<PcapngFault> | null;
};

export type PcapngFault = "truncated" | "length" | "magic" | "version" | "interface";

type Section = { readonly view: DataView; readonly littleEndian: boolean; readonly firstInterface: number };

/** Reads both byte orders and any number of sections; unknown blocks are skipped. `data` are views into `bytes`. */
export function readPcapng(
  bytes: Uint8Array,
): Result<PcapngCapture, "truncated" | "length" | "magic" | "version"> {
  const first = openSection(bytes, 0, 0);
  if (!first.ok) return first;
  let section = first.value;
  const interfaces: CaptureInterface[] = [];
  const frames: PcapngFrame[] = [];
  const cutAt = (cut: PcapngCapture["cut"]) => ok({ interfaces, frames, cut });
  for (let at = 0; at < bytes.length;) {
    if (at + 12 > bytes.length) return cutAt({ code: "truncated", offset: bytes.length });
    // The type of a section header reads alike in both byte orders.
    const type = section.view.getUint32(at, section.littleEndian);
    if (type === blockType.section) {
      const opened = openSection(bytes, at, interfaces.length);
      if (!opened.ok) return cutAt(opened.error);
      section = opened.value;
    }
    const end = endOfBlock(section, at);
    if (!end.ok) return cutAt(end.error);
    if (end.value - at < shortest(type))
      return cutAt({ code: "length", offset: at + 4, field: "Block Total Length" });
    if (type === blockType.interface) {
      const described = interfaceOf(section, at + 8, end.value - 4);
      if (!described.ok) return cutAt(described.error);
      interfaces.push(described.value);
    } else if (isPacket(type)) {
      const frame = frameOf(section, type, at, end.value - 4, interfaces);
      if (!frame.ok) return cutAt(frame.error);
      frames.push(frame.value);
    }
    at = end.value;
  }
  return cutAt(null);
}

/** The least that a block of that type has, in bytes, its two lengths included. */
const shortest = (type: number): number =>
  type === blockType.section ? 28 : type === blockType.interface ? 20 : 12;

const isPacket = (type: number): boolean =>
  type === blockType.enhancedPacket || type === blockType.simplePacket || type === blockType.packet;

function openSection(
  bytes: Uint8Array,
  at: number,
  firstInterface: number,
): Result<Section, "truncated" | "magic" | "version"> {
  if (at + 28 > bytes.length) return fail("truncated", bytes.length);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(at) !== blockType.section) return fail("magic", at, "Block Type");
  const littleEndian = view.getUint32(at + 8, true) === 0x1a2b3c4d;
  if (view.getUint32(at + 8, littleEndian) !== 0x1a2b3c4d) return fail("magic", at + 8, "Byte-Order Magic");
  if (view.getUint16(at + 12, littleEndian) !== 1) return fail("version", at + 12, "Major Version");
  return ok({ view, littleEndian, firstInterface });
}

/** The length stands at both ends of a block, and is that of the whole. */
function endOfBlock({ view, littleEndian }: Section, at: number): Result<number, "truncated" | "length"> {
  const length = view.getUint32(at + 4, littleEndian);
  if (length < 12 || length % 4 !== 0) return fail("length", at + 4, "Block Total Length");
  const end = at + length;
  if (end > view.byteLength) return fail("truncated", view.byteLength);
  if (view.getUint32(end - 4, littleEndian) !== length) return fail("length", end - 4, "Block Total Length");
  return ok(end);
}

function frameOf(
  { view, littleEndian, firstInterface }: Section,
  type: number,
  at: number,
  end: number,
  interfaces: readonly CaptureInterface[],
): Result<PcapngFrame, "length" | "interface"> {
  const body = at + 8;
  const simple = type === blockType.simplePacket;
  const dataAt = body + (simple ? 4 : 20);
  if (dataAt > end) return fail("length", at + 4, "Block Total Length");
  const u32 = (offset: number): number => view.getUint32(offset, littleEndian);
  // A Simple Packet is of the section's first interface.
  const id = simple ? 0 : type === blockType.packet ? view.getUint16(body, littleEndian) : u32(body);
  const described = interfaces[firstInterface + id];
  if (described === undefined) return fail("interface", body, "Interface ID");
  const originalLength = u32(dataAt - 4);
  const length = simple ? Math.min(originalLength, described.snapLength || originalLength) : u32(dataAt - 8);
  if (dataAt + length > end) {
    return simple
      ? fail("length", body, "Original Packet Length")
      : fail("length", dataAt - 8, "Captured Packet Length");
  }
  const data = new Uint8Array(view.buffer, view.byteOffset + dataAt, length);
  const ticks = simple ? null : (BigInt(u32(body + 4)) << 32n) | BigInt(u32(body + 8));
  const time = ticks === null ? null : timeOf(described, ticks);
  return ok({ interface: firstInterface + id, time, originalLength, data });
}
