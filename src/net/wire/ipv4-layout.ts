import { readU16, readU32, readU8 } from "../bytes/big-endian.ts";
import { clipFields, hex } from "../bytes/fields.ts";
import type { Field, FieldGroup, Layout } from "../bytes/layout.ts";
import { formatIpv4Address } from "./address.ts";
import { dscpName, ecnNames } from "./dscp.ts";
import { formatIpProtocol } from "./ip-protocol.ts";
import { ipv4HeaderEnd, ipv4Offsets as at } from "./ipv4.ts";
import { ipv4OptionType, isSingleByte } from "./ipv4-options.ts";

const rfc791 = "RFC 791 §3.1";

/**
 * The IPv4 header and what follows it. With an IHL that cannot be meant, 20 bytes are drawn as the header; bytes
 * after Total Length are `Link Padding`, unless Total Length cannot be meant either.
 */
export const ipv4Layout: Layout = {
  name: "ipv4",
  fields(bytes) {
    const first = readU8(bytes, at.versionAndIhl);
    const tos = readU8(bytes, at.dscpAndEcn);
    const flags = readU16(bytes, at.flagsAndFragmentOffset);
    const offset = flags & 0x1fff;
    const id = readU16(bytes, at.identification);
    const ecn = tos & 0b11;
    const word = (name: string, group: FieldGroup, byte: number, size: number, value: string): Field => ({
      name,
      group,
      bit: byte * 8,
      bits: size * 8,
      value,
      rfc: rfc791,
    });
    const flag = (name: string, bit: number, mask: number): Field => ({
      name,
      group: "control",
      bit,
      bits: 1,
      value: (flags & mask) === 0 ? "0" : "1",
      rfc: rfc791,
    });

    return clipFields(bytes, [
      { name: "Version", group: "type", bit: 0, bits: 4, value: String(first >>> 4), rfc: rfc791 },
      { name: "IHL", group: "length", bit: 4, bits: 4, value: times4(first & 0xf), rfc: rfc791 },
      {
        name: "DSCP",
        group: "control",
        bit: 8,
        bits: 6,
        value: named(tos >>> 2, dscpName(tos >>> 2)),
        rfc: "RFC 2474 §3",
      },
      {
        name: "ECN",
        group: "control",
        bit: 14,
        bits: 2,
        value: named(ecn, ecnNames[ecn] ?? ""),
        rfc: "RFC 3168 §5",
      },
      word("Total Length", "length", at.totalLength, 2, String(readU16(bytes, at.totalLength))),
      word("Identification", "order", at.identification, 2, `${hex(id, 16)} (${id})`),
      flag("Reserved", 48, 0x8000),
      flag("DF", 49, 0x4000),
      flag("MF", 50, 0x2000),
      {
        name: "Fragment Offset",
        group: "order",
        bit: 51,
        bits: 13,
        value: offset === 0 ? "0" : `${offset * 8} (${offset} × 8)`,
        rfc: rfc791,
      },
      word("Time to Live", "lifetime", at.ttl, 1, String(readU8(bytes, at.ttl))),
      word("Protocol", "type", at.protocol, 1, formatIpProtocol(readU8(bytes, at.protocol))),
      word("Header Checksum", "checksum", at.checksum, 2, hex(readU16(bytes, at.checksum), 16)),
      word("Source Address", "address", at.source, 4, formatIpv4Address(readU32(bytes, at.source))),
      word(
        "Destination Address",
        "address",
        at.destination,
        4,
        formatIpv4Address(readU32(bytes, at.destination)),
      ),
      ...variableFields(bytes),
    ]);
  },
};

const times4 = (words: number): string => `${words * 4} (${words} × 4)`;

const named = (value: number, name: string): string =>
  name.startsWith("unknown") ? String(value) : `${value} (${name})`;

/** Options, padding, payload, and what the link added. */
function variableFields(bytes: Uint8Array): Field[] {
  const headerEnd = ipv4HeaderEnd(bytes);
  const optionsEnd = endOfOptions(bytes, headerEnd);
  const totalLength = readU16(bytes, at.totalLength);
  const payloadEnd = totalLength < headerEnd || totalLength > bytes.length ? bytes.length : totalLength;
  const data = (name: string, from: number, to: number): Field => ({
    name,
    group: "data",
    bit: from * 8,
    bits: Math.max(0, to - from) * 8,
    rfc: rfc791,
  });
  return [
    { ...data("Options", at.options, optionsEnd), group: "control" },
    data("Padding", optionsEnd, headerEnd),
    data("Payload", headerEnd, payloadEnd),
    data("Link Padding", payloadEnd, bytes.length),
  ];
}

/** Just after EOOL, beyond which all is padding; without EOOL, or behind a broken length, the header's end. */
function endOfOptions(bytes: Uint8Array, headerEnd: number): number {
  let offset: number = at.options;
  while (offset < headerEnd) {
    const type = readU8(bytes, offset);
    if (type === ipv4OptionType.endOfOptionsList) return offset + 1;
    const length = isSingleByte(type) ? 1 : readU8(bytes, offset + 1);
    if (!isSingleByte(type) && length < 2) break;
    offset += length;
  }
  return headerEnd;
}
