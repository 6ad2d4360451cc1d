import { readU16, readU32 } from "../bytes/big-endian.ts";
import { bitFields, byteFields, clipFields, hex } from "../bytes/fields.ts";
import type { Layout } from "../bytes/layout.ts";
import { tcpMinimumHeader, tcpOffsets as at } from "./tcp.ts";

const field = byteFields("RFC 9293 §3.1");
const bits = bitFields("RFC 9293 §3.1");
const flagNames = ["AE", "CWR", "ECE", "URG", "ACK", "PSH", "RST", "SYN", "FIN"];

/** Header, options and payload; a Data Offset that cannot be meant counts as 20 bytes. */
export const tcpLayout: Layout = {
  name: "tcp",
  fields(bytes) {
    const word = readU16(bytes, at.dataOffset);
    const words = word >>> 12;
    const header = words * 4 < tcpMinimumHeader || words * 4 > bytes.length ? tcpMinimumHeader : words * 4;
    return clipFields(bytes, [
      field("Source Port", "address", at.sourcePort, 2, String(readU16(bytes, at.sourcePort))),
      field("Destination Port", "address", at.destinationPort, 2, String(readU16(bytes, at.destinationPort))),
      field("Sequence Number", "order", at.sequenceNumber, 4, String(readU32(bytes, at.sequenceNumber))),
      field(
        "Acknowledgment Number",
        "order",
        at.acknowledgmentNumber,
        4,
        String(readU32(bytes, at.acknowledgmentNumber)),
      ),
      bits("Data Offset", "length", at.dataOffset * 8, 4, `${words * 4} (${words} × 4)`),
      bits("Rsrvd", "control", at.dataOffset * 8 + 4, 3, String((word >>> 9) & 0b111)),
      ...flagNames.map((name, i) =>
        bits(name, "control", at.dataOffset * 8 + 7 + i, 1, (word & (0x100 >>> i)) === 0 ? "0" : "1"),
      ),
      field("Window", "length", at.window, 2, String(readU16(bytes, at.window))),
      field("Checksum", "checksum", at.checksum, 2, hex(readU16(bytes, at.checksum), 16)),
      field("Urgent Pointer", "order", at.urgentPointer, 2, String(readU16(bytes, at.urgentPointer))),
      field("Options", "control", at.options, header - tcpMinimumHeader),
      field("Payload", "data", header, Math.max(0, bytes.length - header)),
    ]);
  },
};
