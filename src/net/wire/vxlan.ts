import { readU24, readU8, writeU24, writeU8 } from "../bytes/big-endian.ts";
import { concatBytes } from "../bytes/byte-string.ts";
import { byteFields, clipFields, hex } from "../bytes/fields.ts";
import type { Layout } from "../bytes/layout.ts";
import { outOfRange } from "../bytes/range.ts";
import { fail, ok, type Result } from "../bytes/result.ts";

/*
 * RFC 7348 §5; behind it an Ethernet frame without its FCS.
 *
 *   0                   1                   2                   3
 *  +-+-+-+-+-+-+-+-+-----------------------------------------------+
 *  |R|R|R|R|I|R|R|R|                   Reserved                    |
 *  +-----------------------------------------------+---------------+
 *  |       VXLAN Network Identifier (VNI)          |   Reserved    |
 *  +-----------------------------------------------+---------------+
 */
export const vxlanOffsets = { flags: 0, vni: 4 } as const;
export const vxlanHeaderBytes = 8;
/** The UDP port that IANA assigned. */
export const vxlanPort = 4789;

const validVni = 0x08;

export type VxlanPacket = {
  /** 24 bits. */
  readonly vni: number;
  /** The inner frame. */
  readonly payload: Uint8Array;
};

/** Reads what UDP carries; reserved bits are ignored, as §5 asks. `flags`: the I bit is not set. */
export function parseVxlan(bytes: Uint8Array): Result<VxlanPacket, "truncated" | "flags"> {
  if (bytes.length < vxlanHeaderBytes) return fail("truncated", bytes.length);
  if ((readU8(bytes, vxlanOffsets.flags) & validVni) === 0) return fail("flags", vxlanOffsets.flags, "I");
  return ok({ vni: readU24(bytes, vxlanOffsets.vni), payload: bytes.subarray(vxlanHeaderBytes) });
}

/** Writes the header, reserved bits zero, and the inner frame. */
export function emitVxlan({ vni, payload }: VxlanPacket): Result<Uint8Array, "out-of-range"> {
  const fault = outOfRange([["VNI", vxlanOffsets.vni, vni, 24]]);
  if (fault !== null) return fault;
  const header = new Uint8Array(vxlanHeaderBytes);
  writeU8(header, vxlanOffsets.flags, validVni);
  writeU24(header, vxlanOffsets.vni, vni);
  return ok(concatBytes(header, payload));
}

const field = byteFields("RFC 7348 §5");

export const vxlanLayout: Layout = {
  name: "vxlan",
  fields: (bytes) =>
    clipFields(bytes, [
      field("Flags", "control", 0, 1, hex(readU8(bytes, 0), 8)),
      field("Reserved", "control", 1, 3, String(readU24(bytes, 1))),
      field("VNI", "address", vxlanOffsets.vni, 3, String(readU24(bytes, vxlanOffsets.vni))),
      field("Reserved", "control", 7, 1, String(readU8(bytes, 7))),
      field("Payload", "data", vxlanHeaderBytes, Math.max(0, bytes.length - vxlanHeaderBytes)),
    ]),
};
