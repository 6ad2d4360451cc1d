import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { readU32 } from "#net/bytes/big-endian.ts";
import { readPcapng } from "#net/capture/pcapng.ts";
import { readPcap, writePcap } from "#net/capture/pcap.ts";
import { toHex } from "#net/bytes/hex.ts";
import { decimal } from "./capture-frames.ts";
import { same, vectors, type Check, type Suite } from "../suite.ts";

const frame = z.object({
  n: z.int(),
  time: z.string().nullable(),
  len: z.int(),
  capLen: z.int(),
  interface: z.int().optional(),
});
const file = z.object({
  file: z.string().regex(/^[a-z0-9.-]+$/),
  encapsulation: z.string().nullable(),
  snaplen: z.string().nullable(),
  frames: z.array(frame),
  tcpdumpError: z.string().nullable(),
  error: z.string().nullable(),
});
type File = z.infer<typeof file>;

/** tshark's names of link types. */
const encapsulations = new Map([
  [0, "null"],
  [1, "ether"],
  [101, "rawip"],
  [113, "linux-sll"],
]);

/** Of damaged files the frames that are whole are compared; libpcap, the stricter reader, says which are damaged. */
const files: Suite = (document, folder) =>
  vectors(file, (vector) => {
    const bytes = new Uint8Array(readFileSync(join(folder, vector.file)));
    return vector.file.endsWith(".pcapng") ? pcapngChecks(vector, bytes) : pcapChecks(vector, bytes);
  })(document, folder);

export const pcapfile = { "pcapfile/expected.json": files };

function pcapChecks({ frames, encapsulation, snaplen, tcpdumpError }: File, bytes: Uint8Array): Check[] {
  const read = readPcap(bytes);
  const whole = read.ok && read.value.cut === null;
  const sound = same("whole", tcpdumpError === null, whole);
  if (!read.ok) return [sound];
  const { value } = read;
  const seen = value.frames.map((one, i) => ({
    n: i + 1,
    time: decimal(one),
    len: one.originalLength,
    capLen: one.data.length,
  }));
  const written = writePcap(value);
  const again = written.ok ? readPcap(written.value) : written;
  const plain = writePcap(value, unitOf(bytes));
  return [
    sound,
    same("frames", frames, seen),
    // Of a file that tshark refuses it gives neither.
    ...(encapsulation === null
      ? []
      : [
          same("encapsulation", encapsulation, encapsulations.get(value.linkType)),
          same("snaplen", snaplen, `file hdr: ${value.snapLength} bytes`),
        ]),
    same("written and read again", { ...value, cut: null }, again.ok ? again.value : again.error),
    ...(isPlain(bytes) && whole
      ? [same("written byte for byte", toHex(bytes), plain.ok ? toHex(plain.value) : plain.error)]
      : []),
  ];
}

/** Little-endian, as we write. */
const isPlain = ([first]: Uint8Array): boolean => first === 0xd4 || first === 0x4d;
const unitOf = ([first]: Uint8Array) => (first === 0xd4 ? "microseconds" : "nanoseconds");

/** libpcap gives up where interfaces differ, and where there are none: which files are whole, tshark says. */
function pcapngChecks({ frames, encapsulation, error }: File, bytes: Uint8Array): Check[] {
  const read = readPcapng(bytes);
  const sound = same("whole", error === null, read.ok && read.value.cut === null);
  if (!read.ok) return [sound];
  const { interfaces, frames: list } = read.value;
  const inSection = sectionsOf(bytes) > 1;
  // Blocks of other kinds, which tshark lists too, have no interface; a Simple Packet has no time.
  const packets = frames.filter((row) => row.interface !== undefined);
  const expected = packets.map((row, i) => ({ ...row, n: i + 1, time: row.time === "" ? null : row.time }));
  const seen = list.map((one, i) => ({
    n: i + 1,
    time: one.time === null ? null : decimal(one.time),
    len: one.originalLength,
    capLen: one.data.length,
    // tshark counts the interfaces of each section from 0, we those of the file.
    interface: inSection ? expected[i]?.interface : one.interface,
  }));
  return [
    sound,
    same("frames", expected, seen),
    same("encapsulation", encapsulation, encapsulationOf(interfaces.map(({ linkType }) => linkType))),
  ];
}

/** What tshark says of a file: the one link type of its interfaces, or that they differ, or that it has none. */
function encapsulationOf(linkTypes: readonly number[]): string | undefined {
  const [first, ...others] = [...new Set(linkTypes)];
  if (first === undefined) return "unknown";
  return others.length > 0 ? "per-packet" : encapsulations.get(first);
}

/** How many blocks begin a section: their type reads alike in both byte orders, and blocks begin at multiples of 4. */
const sectionsOf = (bytes: Uint8Array): number =>
  bytes.filter((_, at) => at % 4 === 0 && readU32(bytes, at) === 0x0a0d0d0a).length;
