import { constantFrom, integer, oneof, tuple, type Arbitrary } from "fast-check";
import { z } from "zod";
import { defineExercise } from "#course/exercise/exercise.ts";
import { preferring, simplifyRecord, smallerNumbers, towardZero } from "#course/generators/simplify.ts";
import { withShrinks } from "#course/generators/with-shrinks.ts";

type Args = [appBytes: number, proto: "tcp" | "udp", tcpOptionBytes?: number];
type Sizes = { segment: number; packet: number; padding: number; frame: number; wire: number };

const proto = z.literal(["tcp", "udp"]);
const appBytes = z.int().min(0);
const domain = z.union([
  z.tuple([appBytes, proto]).refine(fitsFrame),
  z.tuple([appBytes, proto, z.int().min(0).max(40)]).refine(fitsFrame),
]);
const isArgs = (value: unknown): value is Args => domain.safeParse(value).success;

const protos = constantFrom<"tcp" | "udp">("tcp", "udp");
const options = oneof(constantFrom(0, 12, 20, 40), integer({ min: 0, max: 40 }));

export default defineExercise<Args, Sizes>({
  number: "01.2",
  entry: "frameSizes",
  level: 1,
  points: 2,
  prerequisites: [],
  parameters: [
    { name: "appBytes", shape: { kind: "value" } },
    { name: "proto", shape: { kind: "value" } },
    { name: "tcpOptionBytes", shape: { kind: "value" } },
  ],
  result: { kind: "value" },
  golden: [
    {
      name: "course-request",
      args: [150, "tcp"],
      expected: { segment: 170, packet: 190, padding: 0, frame: 208, wire: 228 },
      source: "RFC 9293 §3.1, RFC 791 §3.1, IEEE 802.3 §3.1.1, by hand",
    },
    {
      name: "captured-syn",
      args: [0, "tcp", 20],
      expected: { segment: 40, packet: 60, padding: 0, frame: 78, wire: 98 },
      source: "tcpdump 4.99.3 (length 60; 74 bytes without FCS)",
    },
    {
      name: "captured-dhcp",
      args: [300, "udp"],
      expected: { segment: 308, packet: 328, padding: 0, frame: 346, wire: 366 },
      source: "tcpdump 4.99.3 (length 328; 342 bytes without FCS)",
    },
    {
      name: "smallest-frame",
      args: [0, "tcp", 0],
      expected: { segment: 20, packet: 40, padding: 6, frame: 64, wire: 84 },
      source: "IEEE 802.3 §3.2.8, by hand",
    },
    {
      name: "largest-frame",
      args: [1460, "tcp", 0],
      expected: { segment: 1480, packet: 1500, padding: 0, frame: 1518, wire: 1538 },
      source: "IEEE 802.3 §3.2.7, by hand",
    },
  ],
  edges: [
    { name: "tcp-5", args: [5, "tcp", 0] },
    { name: "tcp-6", args: [6, "tcp", 0] },
    { name: "tcp-7", args: [7, "tcp", 0] },
    { name: "udp-0", args: [0, "udp", 0] },
    { name: "udp-17", args: [17, "udp", 0] },
    { name: "udp-18", args: [18, "udp", 0] },
    { name: "udp-19", args: [19, "udp"] },
    { name: "udp-with-options", args: [100, "udp", 12] },
    { name: "timestamps", args: [1448, "tcp", 12] },
    { name: "options-10", args: [100, "tcp", 10] },
    { name: "options-1", args: [100, "tcp", 1] },
    { name: "options-40", args: [100, "tcp", 40] },
    { name: "options-fill-the-minimum", args: [2, "tcp", 3] },
    { name: "no-third-argument", args: [1, "tcp"] },
  ],
  generators: {
    sizes: shrinking(tuple(integer({ min: 0, max: 1440 }), protos, options)),
    "small-sizes": shrinking(tuple(integer({ min: 0, max: 30 }), protos, constantFrom(0, 0, 3, 4, 8))),
  },
  reference(appBytes, proto, tcpOptionBytes = 0) {
    // RFC 9293 §3.1: Data Offset is in words of 4 bytes. RFC 768: 8 bytes.
    const segment = appBytes + (proto === "tcp" ? 20 + Math.ceil(tcpOptionBytes / 4) * 4 : 8);
    const packet = segment + 20; // RFC 791 §3.1, no options
    const padding = Math.max(0, 46 - packet); // IEEE 802.3 §3.2.8: 64 bytes with header and FCS
    const frame = 14 + packet + padding + 4; // IEEE 802.3 §3.1.1
    const wire = frame + 8 + 12; // preamble and SFD (§3.2.1, §3.2.2), interpacket gap (§4.4.2)
    return { segment, packet, padding, frame, wire };
  },
  accepts: isArgs,
});

/** A packet of at most 1500 bytes: what one Ethernet frame carries. */
function fitsFrame([app, proto, options = 0]: readonly (number | string)[]): boolean {
  const header = proto === "tcp" ? 40 + Math.ceil(Number(options) / 4) * 4 : 28;
  return Number(app) + header <= 1500;
}

/** Toward 100 bytes (no padding), or toward 0 where padding matters; TCP; no options. */
function shrinking(source: Arbitrary<Args>) {
  return withShrinks(
    source.filter(isArgs),
    isArgs,
    function* ([appBytes, proto, tcpOptionBytes = 0]): Iterable<Args> {
      const simpler = simplifyRecord(
        { appBytes, proto, tcpOptionBytes },
        {
          appBytes: preferring([100, 0, 1], smallerNumbers),
          proto: preferring<"tcp" | "udp">(["tcp", "udp"]),
          tcpOptionBytes: towardZero,
        },
      );
      for (const step of simpler) yield [step.appBytes, step.proto, step.tcpOptionBytes];
    },
  );
}
