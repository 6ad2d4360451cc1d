import { readU16, readU32, readU8 } from "../bytes/big-endian.ts";
import { clipFields } from "../bytes/fields.ts";
import type { Field, FieldGroup, Layout } from "../bytes/layout.ts";
import { formatIpv4Address } from "./address.ts";
import {
  ipv4OptionName,
  ipv4OptionType,
  isCopied,
  isSingleByte,
  optionClass,
  optionNumber,
} from "./ipv4-options.ts";
import { timestampFlag } from "./ipv4-option-data.ts";

const rfc791 = "RFC 791 §3.1";

/** The options of an IPv4 header, field by field; after an impossible length the rest is one field of data. */
export const ipv4OptionsLayout: Layout = {
  name: "ipv4-options",
  fields(area) {
    const fields: Field[] = [];
    let offset = 0;
    while (offset < area.length) {
      const type = readU8(area, offset);
      fields.push(...typeFields(offset, type));
      if (type === ipv4OptionType.endOfOptionsList) {
        fields.push(field("Padding", "data", offset + 1, area.length - offset - 1));
        break;
      }
      if (isSingleByte(type)) {
        offset += 1;
        continue;
      }
      const length = readU8(area, offset + 1);
      fields.push(field("Option Length", "length", offset + 1, 1, String(length)));
      if (length < 2) {
        fields.push(field("Option Data", "data", offset + 2, Math.max(0, area.length - offset - 2)));
        break;
      }
      fields.push(...dataFields(area, type, offset, length));
      offset += length;
    }
    return clipFields(area, fields);
  },
};

/** A field of whole bytes. */
const field = (name: string, group: FieldGroup, offset: number, bytes: number, value?: string): Field => ({
  name,
  group,
  bit: offset * 8,
  bits: bytes * 8,
  rfc: rfc791,
  ...(value === undefined ? {} : { value }),
});

function typeFields(offset: number, type: number): Field[] {
  const bit = offset * 8;
  const name = ipv4OptionName(type);
  const number = String(optionNumber(type));
  return [
    { name: "Copied Flag", group: "control", bit, bits: 1, value: isCopied(type) ? "1" : "0", rfc: rfc791 },
    {
      name: "Option Class",
      group: "type",
      bit: bit + 1,
      bits: 2,
      value: String(optionClass(type)),
      rfc: rfc791,
    },
    {
      name: "Option Number",
      group: "type",
      bit: bit + 3,
      bits: 5,
      value: name === null ? number : `${number} (${name})`,
      rfc: rfc791,
    },
  ];
}

function dataFields(area: Uint8Array, type: number, offset: number, length: number): Field[] {
  const end = offset + length;
  switch (type) {
    case ipv4OptionType.recordRoute:
    case ipv4OptionType.looseSourceRoute:
    case ipv4OptionType.strictSourceRoute:
      return [...pointerField(area, offset, end), ...addressFields(area, offset + 3, end)];
    case ipv4OptionType.timestamp:
      return [...pointerField(area, offset, end), ...timestampFields(area, offset + 3, end)];
    case ipv4OptionType.routerAlert:
      return length === 4
        ? [
            {
              ...field("Value", "control", offset + 2, 2, String(readU16(area, offset + 2))),
              rfc: "RFC 2113 §2.1",
            },
          ]
        : [field("Option Data", "data", offset + 2, length - 2)];
    default:
      return [field("Option Data", "data", offset + 2, length - 2)];
  }
}

const pointerField = (area: Uint8Array, offset: number, end: number): Field[] =>
  offset + 3 <= end ? [field("Pointer", "order", offset + 2, 1, String(readU8(area, offset + 2)))] : [];

function addressFields(area: Uint8Array, start: number, end: number): Field[] {
  const fields: Field[] = [];
  let at = start;
  for (; at + 4 <= end; at += 4) {
    fields.push(field("Route Data", "address", at, 4, formatIpv4Address(readU32(area, at))));
  }
  return at < end ? [...fields, field("Option Data", "data", at, end - at)] : fields;
}

function timestampFields(area: Uint8Array, start: number, end: number): Field[] {
  if (start >= end) return [];
  const byte = readU8(area, start);
  const fields: Field[] = [
    { name: "Overflow", group: "order", bit: start * 8, bits: 4, value: String(byte >>> 4), rfc: rfc791 },
    { name: "Flag", group: "control", bit: start * 8 + 4, bits: 4, value: String(byte & 0xf), rfc: rfc791 },
  ];
  const withAddress = (byte & 0xf) !== timestampFlag.timestampsOnly;
  let at = start + 1;
  for (let slot = 0; at + 4 <= end; at += 4, slot++) {
    const value = readU32(area, at);
    fields.push(
      withAddress && slot % 2 === 0
        ? field("Internet Address", "address", at, 4, formatIpv4Address(value))
        : field("Timestamp", "data", at, 4, `${value} ms`),
    );
  }
  return at < end ? [...fields, field("Option Data", "data", at, end - at)] : fields;
}
