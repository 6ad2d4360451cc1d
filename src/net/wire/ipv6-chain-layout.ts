import { readU16, readU32, readU8 } from "../bytes/big-endian.ts";
import { bitFields, byteFields, clipFields, hex } from "../bytes/fields.ts";
import type { Field, Layout } from "../bytes/layout.ts";
import { formatIpProtocol, ipProtocol } from "./ip-protocol.ts";
import { extensionHeaderLength, isExtensionHeader } from "./ipv6-extensions.ts";
import { ipv6Layout } from "./ipv6-layout.ts";
import { ipv6HeaderBytes, ipv6Offsets } from "./ipv6.ts";

/** The fixed header, then each extension header with its own fields, as far as the bytes go. */
export const ipv6ChainLayout: Layout = {
  name: "ipv6-chain",
  fields(bytes) {
    const fields = [...ipv6Layout.fields(bytes.subarray(0, ipv6HeaderBytes))];
    let type = readU8(bytes, ipv6Offsets.nextHeader);
    let offset = ipv6HeaderBytes;
    while (isExtensionHeader(type) && offset < bytes.length) {
      fields.push(...extensionFields(bytes, type, offset));
      const later = type === ipProtocol.fragment && readU16(bytes, offset + 2) >= 8;
      const end = offset + extensionHeaderLength(bytes, type, offset);
      type = readU8(bytes, offset);
      offset = end;
      if (later) break;
    }
    fields.push(byteFields("RFC 8200 §3")("Payload", "data", offset, Math.max(0, bytes.length - offset)));
    return clipFields(bytes, fields);
  },
};

function extensionFields(bytes: Uint8Array, type: number, offset: number): Field[] {
  if (type === ipProtocol.fragment) return fragmentFields(bytes, offset);
  const field = byteFields(sections.get(type) ?? "RFC 8200 §4");
  const length = extensionHeaderLength(bytes, type, offset);
  const units = readU8(bytes, offset + 1);
  const isAh = type === ipProtocol.ah;
  return [
    field("Next Header", "type", offset, 1, formatIpProtocol(readU8(bytes, offset))),
    field(
      isAh ? "Payload Len" : "Hdr Ext Len",
      "length",
      offset + 1,
      1,
      isAh ? `${length} ((${units} + 2) × 4)` : `${length} ((${units} + 1) × 8)`,
    ),
    field(contents.get(type) ?? "Options", "data", offset + 2, length - 2),
  ];
}

function fragmentFields(bytes: Uint8Array, offset: number): Field[] {
  const field = byteFields("RFC 8200 §4.5");
  const bits = bitFields("RFC 8200 §4.5");
  const word = readU16(bytes, offset + 2);
  const at = offset * 8;
  return [
    field("Next Header", "type", offset, 1, formatIpProtocol(readU8(bytes, offset))),
    field("Reserved", "data", offset + 1, 1),
    bits("Fragment Offset", "order", at + 16, 13, `${word & 0xfff8} (${word >>> 3} × 8)`),
    bits("Res", "data", at + 29, 2, String((word >>> 1) & 0b11)),
    bits("M", "control", at + 31, 1, String(word & 1)),
    field("Identification", "order", offset + 4, 4, hex(readU32(bytes, offset + 4), 32)),
  ];
}

const sections = new Map<number, string>([
  [ipProtocol.hopByHop, "RFC 8200 §4.3"],
  [ipProtocol.routing, "RFC 8200 §4.4"],
  [ipProtocol.destinationOptions, "RFC 8200 §4.6"],
  [ipProtocol.ah, "RFC 4302 §2"],
]);

const contents = new Map<number, string>([
  [ipProtocol.routing, "Routing Data"],
  [ipProtocol.ah, "Authentication Data"],
]);
