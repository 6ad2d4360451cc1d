import { readU16 } from "../bytes/big-endian.ts";
import { clipFields } from "../bytes/fields.ts";
import type { Layout } from "../bytes/layout.ts";
import { arpLayout } from "./arp-layout.ts";
import { ethernetHeader, ethernetOffsets, etherType } from "./ethernet.ts";
import { ethernetLayout } from "./ethernet-layout.ts";

/** An Ethernet frame with the fields of its ARP message; any other frame as `ethernet` has it. */
export const arpFrameLayout: Layout = {
  name: "arp-frame",
  fields(bytes) {
    const whole = ethernetLayout.fields(bytes);
    if (readU16(bytes, ethernetOffsets.tagOrType) !== etherType.arp) return whole;
    const header = whole.filter(({ bit }) => bit < ethernetHeader * 8);
    const message = arpLayout.fields(bytes.subarray(ethernetHeader));
    const placed = message.map((field) => ({ ...field, bit: field.bit + ethernetHeader * 8 }));
    return clipFields(bytes, [...header, ...placed]);
  },
};
