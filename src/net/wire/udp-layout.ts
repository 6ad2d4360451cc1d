import { readU16 } from "../bytes/big-endian.ts";
import { byteFields, clipFields, hex } from "../bytes/fields.ts";
import type { Layout } from "../bytes/layout.ts";
import { udpHeaderBytes, udpOffsets as at } from "./udp.ts";

const field = byteFields("RFC 768");

/** Header and data; bytes after Length, where there are, are `Trailing Bytes`. */
export const udpLayout: Layout = {
  name: "udp",
  fields(bytes) {
    const length = readU16(bytes, at.length);
    const end = length < udpHeaderBytes || length > bytes.length ? bytes.length : length;
    return clipFields(bytes, [
      field("Source Port", "address", at.sourcePort, 2, String(readU16(bytes, at.sourcePort))),
      field("Destination Port", "address", at.destinationPort, 2, String(readU16(bytes, at.destinationPort))),
      field("Length", "length", at.length, 2, String(length)),
      field("Checksum", "checksum", at.checksum, 2, hex(readU16(bytes, at.checksum), 16)),
      field("Payload", "data", udpHeaderBytes, Math.max(0, end - udpHeaderBytes)),
      field("Trailing Bytes", "data", end, Math.max(0, bytes.length - end)),
    ]);
  },
};
