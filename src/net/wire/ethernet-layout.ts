import { readU16 } from "../bytes/big-endian.ts";
import { bitFields, byteFields, clipFields, hex } from "../bytes/fields.ts";
import type { Field, Layout } from "../bytes/layout.ts";
import { ethernetOffsets as at, etherType } from "./ethernet.ts";
import { formatMac, macFromBytes } from "./mac.ts";

const bytesOf = byteFields("IEEE 802.3 §3.2");
const tagBits = bitFields("IEEE 802.1Q §9.6");

const names = new Map<number, string>([
  [etherType.ipv4, "IPv4"],
  [etherType.arp, "ARP"],
  [etherType.rarp, "RARP"],
  [etherType.ipv6, "IPv6"],
]);

/** A frame without its FCS. `Padding` is told apart for 802.3 only, where a length says what is payload. */
export const ethernetLayout: Layout = {
  name: "ethernet",
  fields(bytes) {
    const fields: Field[] = [
      bytesOf(
        "Destination Address",
        "address",
        at.destination,
        6,
        formatMac(macFromBytes(bytes, at.destination)),
      ),
      bytesOf("Source Address", "address", at.source, 6, formatMac(macFromBytes(bytes, at.source))),
    ];
    let offset: number = at.tagOrType;
    let type = readU16(bytes, offset);
    while ((type === etherType.vlan || type === etherType.serviceVlan) && offset < bytes.length) {
      const control = readU16(bytes, offset + 2);
      fields.push(
        tagBits("TPID", "type", offset * 8, 16, hex(type, 16)),
        tagBits("PCP", "control", offset * 8 + 16, 3, String(control >>> 13)),
        tagBits("DEI", "control", offset * 8 + 19, 1, (control & 0x1000) === 0 ? "0" : "1"),
        tagBits("VID", "address", offset * 8 + 20, 12, String(control & 0xfff)),
      );
      offset += 4;
      type = readU16(bytes, offset);
    }
    const data = offset + 2;
    const isLength = type <= 1500 && data + type <= bytes.length;
    const end = isLength ? data + type : bytes.length;
    const name = names.get(type);
    const value = isLength ? String(type) : name === undefined ? hex(type, 16) : `${hex(type, 16)} (${name})`;
    fields.push(
      bytesOf("Type/Length", isLength ? "length" : "type", offset, 2, value),
      bytesOf("Payload", "data", data, Math.max(0, end - data)),
      bytesOf("Padding", "data", end, Math.max(0, bytes.length - end)),
    );
    return clipFields(bytes, fields);
  },
};
