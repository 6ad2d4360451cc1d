import { readU16, readU32, readU8 } from "../bytes/big-endian.ts";
import { byteFields, clipFields, hex } from "../bytes/fields.ts";
import type { Field, Layout } from "../bytes/layout.ts";
import { formatIpv4Address } from "./address.ts";
import { dhcpOffsets as at } from "./dhcp.ts";
import { formatMac, macFromBytes } from "./mac.ts";

const field = byteFields("RFC 2131 §2");

/** The fixed fields, the magic cookie, and the options as one field. */
export const dhcpLayout: Layout = {
  name: "dhcp",
  fields(bytes) {
    const address = (name: string, offset: number): Field =>
      field(name, "address", offset, 4, formatIpv4Address(readU32(bytes, offset)));
    const hlen = readU8(bytes, at.hlen);
    return clipFields(bytes, [
      field("op", "type", at.op, 1, String(readU8(bytes, at.op))),
      field("htype", "type", at.htype, 1, String(readU8(bytes, at.htype))),
      field("hlen", "length", at.hlen, 1, String(hlen)),
      field("hops", "lifetime", at.hops, 1, String(readU8(bytes, at.hops))),
      field("xid", "order", at.xid, 4, hex(readU32(bytes, at.xid), 32)),
      field("secs", "lifetime", at.secs, 2, `${readU16(bytes, at.secs)} s`),
      field("flags", "control", at.flags, 2, hex(readU16(bytes, at.flags), 16)),
      address("ciaddr", at.ciaddr),
      address("yiaddr", at.yiaddr),
      address("siaddr", at.siaddr),
      address("giaddr", at.giaddr),
      field(
        "chaddr",
        "address",
        at.chaddr,
        16,
        hlen === 6 ? formatMac(macFromBytes(bytes, at.chaddr)) : undefined,
      ),
      field("sname", "data", at.sname, 64),
      field("file", "data", at.file, 128),
      field("magic cookie", "type", at.cookie, 4, formatIpv4Address(readU32(bytes, at.cookie))),
      field("options", "control", at.options, Math.max(0, bytes.length - at.options)),
    ]);
  },
};
