import { readU16 } from "../bytes/big-endian.ts";
import { bitFields, byteFields, clipFields, hex } from "../bytes/fields.ts";
import type { Layout } from "../bytes/layout.ts";
import { dnsHeaderBytes } from "./dns.ts";

const bits = bitFields("RFC 1035 §4.1.1");
const field = byteFields("RFC 1035 §4.1.1");

/** The header bit by bit; the four sections, whose places only their names tell, as one field. */
export const dnsLayout: Layout = {
  name: "dns",
  fields(bytes) {
    const word = readU16(bytes, 2);
    const flag = (name: string, bit: number): ReturnType<typeof bits> =>
      bits(name, "control", 16 + bit, 1, String((word >>> (15 - bit)) & 1));
    const count = (name: string, offset: number): ReturnType<typeof field> =>
      field(name, "length", offset, 2, String(readU16(bytes, offset)));
    return clipFields(bytes, [
      field("ID", "order", 0, 2, hex(readU16(bytes, 0), 16)),
      flag("QR", 0),
      bits("Opcode", "type", 17, 4, String((word >>> 11) & 0xf)),
      flag("AA", 5),
      flag("TC", 6),
      flag("RD", 7),
      flag("RA", 8),
      flag("Z", 9),
      flag("AD", 10),
      flag("CD", 11),
      bits("RCODE", "type", 28, 4, String(word & 0xf)),
      count("QDCOUNT", 4),
      count("ANCOUNT", 6),
      count("NSCOUNT", 8),
      count("ARCOUNT", 10),
      field("Sections", "data", dnsHeaderBytes, Math.max(0, bytes.length - dnsHeaderBytes)),
    ]);
  },
};
