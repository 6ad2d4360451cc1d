import { readU16, writeU16 } from "../bytes/big-endian.ts";
import { concatBytes } from "../bytes/byte-string.ts";
import { outOfRange } from "../bytes/range.ts";
import { fail, ok, type Result } from "../bytes/result.ts";
import { crc32 } from "./crc32.ts";
import { macFromBytes, writeMac, type Mac } from "./mac.ts";

/*
 * IEEE 802.3 §3.1, IEEE 802.1Q §9.6. Captures have neither preamble nor FCS.
 *
 *  +-------------+-------------+------------------------+-------------+---------------------+-------+
 *  | Destination |   Source    | 802.1Q tags, 4 each    | Type/Length |   Data and padding  |  FCS  |
 *  |   6 bytes   |   6 bytes   | TPID | PCP 3, DEI, VID |   2 bytes   |    46 to 1500       |   4   |
 *  +-------------+-------------+------------------------+-------------+---------------------+-------+
 */
export const ethernetOffsets = { destination: 0, source: 6, tagOrType: 12 } as const;
export const ethernetHeader = 14;
/** Without the FCS: shorter frames are padded (IEEE 802.3 §3.2.8: 64 with it). */
export const ethernetMinimumFrame = 60;

export const etherType = {
  ipv4: 0x0800,
  arp: 0x0806,
  rarp: 0x8035,
  vlan: 0x8100,
  ipv6: 0x86dd,
  /** Outer tag of a provider bridge, 802.1ad. */
  serviceVlan: 0x88a8,
} as const;

export type VlanTag = {
  /** 0x8100, or 0x88a8 for an outer tag. */
  readonly tpid: number;
  /** 3 bits. */
  readonly priority: number;
  /** Drop eligible. */
  readonly dei: boolean;
  /** 12 bits; 0 is a priority without a VLAN. */
  readonly id: number;
};

export type EthernetFrame = {
  readonly destination: Mac;
  readonly source: Mac;
  /** Outermost first. */
  readonly tags: readonly VlanTag[];
  /** Ethernet II, 0x0600 and more; null for an 802.3 frame, whose field is a length. */
  readonly etherType: number | null;
  /** For Ethernet II padding included: only the payload itself knows where it ends. */
  readonly payload: Uint8Array;
  /** What follows the length of an 802.3 frame; empty for Ethernet II. */
  readonly padding: Uint8Array;
};

/** `length`: an 802.3 length beyond the end, or a value between the two meanings (1501 to 1535). */
export type EthernetParseError = "truncated" | "length";

const isTag = (type: number): boolean => type === etherType.vlan || type === etherType.serviceVlan;

/** Reads a frame without its FCS. Payload and padding are views into `bytes`. */
export function parseEthernet(bytes: Uint8Array): Result<EthernetFrame, EthernetParseError> {
  if (bytes.length < ethernetHeader) return fail("truncated", bytes.length);
  const tags: VlanTag[] = [];
  let at: number = ethernetOffsets.tagOrType;
  let type = readU16(bytes, at);
  while (isTag(type)) {
    if (bytes.length < at + 6) return fail("truncated", bytes.length);
    const control = readU16(bytes, at + 2);
    tags.push({ tpid: type, priority: control >>> 13, dei: (control & 0x1000) !== 0, id: control & 0xfff });
    at += 4;
    type = readU16(bytes, at);
  }
  const data = bytes.subarray(at + 2);
  const addresses = {
    destination: macFromBytes(bytes, ethernetOffsets.destination),
    source: macFromBytes(bytes, ethernetOffsets.source),
  };
  if (type >= 0x0600)
    return ok({ ...addresses, tags, etherType: type, payload: data, padding: new Uint8Array() });
  if (type > 1500 || type > data.length) return fail("length", at, "Type/Length");
  return ok({
    ...addresses,
    tags,
    etherType: null,
    payload: data.subarray(0, type),
    padding: data.subarray(type),
  });
}

/** Writes a frame without its FCS; adds no padding of its own, see `padFrame`. */
export function emitEthernet(frame: EthernetFrame): Result<Uint8Array, "out-of-range"> {
  const { destination, source, tags, payload, padding } = frame;
  const typeAt = ethernetOffsets.tagOrType + 4 * tags.length;
  const typeOrLength = frame.etherType ?? payload.length;
  // A type that announces a tag would make the payload's first bytes one.
  if (frame.etherType === null ? payload.length > 1500 : typeOrLength < 0x0600 || isTag(typeOrLength)) {
    return fail("out-of-range", typeAt, "Type/Length");
  }
  const fault = outOfRange([
    ["Destination Address", ethernetOffsets.destination, destination, 48],
    ["Source Address", ethernetOffsets.source, source, 48],
    ...tags.flatMap(
      ({ priority, id }, i) =>
        [
          ["PCP", ethernetOffsets.tagOrType + 4 * i + 2, priority, 3],
          ["VID", ethernetOffsets.tagOrType + 4 * i + 2, id, 12],
        ] as const,
    ),
    ["Type/Length", typeAt, typeOrLength, 16],
  ]);
  if (fault !== null) return fault;
  const header = new Uint8Array(typeAt + 2);
  writeMac(header, ethernetOffsets.destination, destination);
  writeMac(header, ethernetOffsets.source, source);
  for (const [i, tag] of tags.entries()) {
    if (!isTag(tag.tpid)) return fail("out-of-range", ethernetOffsets.tagOrType + 4 * i, "TPID");
    writeU16(header, ethernetOffsets.tagOrType + 4 * i, tag.tpid);
    writeU16(
      header,
      ethernetOffsets.tagOrType + 4 * i + 2,
      (tag.priority << 13) | (tag.dei ? 0x1000 : 0) | tag.id,
    );
  }
  writeU16(header, typeAt, typeOrLength);
  return ok(concatBytes(header, payload, padding));
}

/** The frame with zeros up to the 60 bytes that the cable asks for. */
export const padFrame = (frame: Uint8Array): Uint8Array =>
  frame.length < ethernetMinimumFrame
    ? concatBytes(frame, new Uint8Array(ethernetMinimumFrame - frame.length))
    : frame;

/** The frame with its FCS, least significant byte first, as the network card sends it (IEEE 802.3 §3.2.9). */
export function appendFcs(frame: Uint8Array): Uint8Array {
  const crc = crc32(frame);
  return concatBytes(frame, Uint8Array.of(crc, crc >>> 8, crc >>> 16, crc >>> 24));
}

/** Takes the FCS off and says whether it was right. */
export function splitFcs(
  frameWithFcs: Uint8Array,
): Result<{ frame: Uint8Array; fcsOk: boolean }, "truncated"> {
  if (frameWithFcs.length < 4) return fail("truncated", frameWithFcs.length, "FCS");
  const frame = frameWithFcs.subarray(0, -4);
  const expected = appendFcs(frame).subarray(-4);
  return ok({ frame, fcsOk: expected.every((byte, i) => byte === frameWithFcs[frame.length + i]) });
}
