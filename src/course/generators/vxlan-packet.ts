import { constant, oneof, record, type Arbitrary } from "fast-check";
import { readU24, readU8, writeU24, writeU8 } from "../../net/bytes/big-endian.ts";
import { concatBytes, equalBytes } from "../../net/bytes/byte-string.ts";
import { vxlanHeaderBytes, vxlanOffsets as at } from "../../net/wire/vxlan.ts";
import { ethernetFrameBytes } from "./ethernet-frame.ts";
import { messageBytes, type MessageKind } from "./message.ts";
import { unsigned } from "./numbers.ts";
import { preferring, smallerNumbers, towardZero, type Simplify } from "./simplify.ts";

const frames = ethernetFrameBytes();

/** 02:00:00:00:00:01 to 02:00:00:00:00:02, IPv4, no data. */
const plainFrame = Uint8Array.of(2, 0, 0, 0, 0, 2, 2, 0, 0, 0, 0, 1, 0x08, 0x00);

/** The header's eight bits of flags (0x08: the VNI is valid) and its two reserved fields (RFC 7348 §5). */
type Sketch = { flags: number; reserved: number; vni: number; last: number; frame: Uint8Array };

const sketches: Arbitrary<Sketch> = record({
  flags: oneof({ weight: 6, arbitrary: constant(0x08) }, { weight: 1, arbitrary: unsigned(8) }),
  reserved: oneof({ weight: 6, arbitrary: constant(0) }, { weight: 1, arbitrary: unsigned(24) }),
  vni: unsigned(24, [42, 1]),
  last: oneof({ weight: 6, arbitrary: constant(0) }, { weight: 1, arbitrary: unsigned(8) }),
  frame: frames,
});

function write({ flags, reserved, vni, last, frame }: Sketch): Uint8Array {
  const header = new Uint8Array(vxlanHeaderBytes);
  writeU8(header, at.flags, flags);
  writeU24(header, 1, reserved);
  writeU24(header, at.vni, vni);
  writeU8(header, 7, last);
  return concatBytes(header, frame);
}

const read = (bytes: Uint8Array): Sketch | null =>
  bytes.length < vxlanHeaderBytes
    ? null
    : {
        flags: readU8(bytes, at.flags),
        reserved: readU24(bytes, 1),
        vni: readU24(bytes, at.vni),
        last: readU8(bytes, 7),
        frame: bytes.slice(vxlanHeaderBytes),
      };

const rules: { readonly [K in keyof Sketch]: Simplify<Sketch[K]> } = {
  frame: {
    simplest: plainFrame,
    same: equalBytes,
    *smaller(frame) {
      for (const { value } of frames.shrink(frame, undefined)) yield value;
    },
  },
  reserved: towardZero,
  last: towardZero,
  flags: preferring([0x08, 0], smallerNumbers),
  vni: preferring([42, 1], smallerNumbers),
};

/**
 * What UDP port 4789 carries: a VXLAN header, a few with reserved bits or without a valid VNI, and an Ethernet frame.
 * Shrinks to VNI 42 around a frame without data.
 *
 * @example
 * generators: { packets: tuple(vxlanPacketBytes({ damaged: true })) }
 */
export const vxlanPacketBytes = (kind: MessageKind = {}): Arbitrary<Uint8Array> =>
  messageBytes({ sketches, write, read, rules }, kind);
