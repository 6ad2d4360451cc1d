import { readU16, readU32, readU8 } from "../bytes/big-endian.ts";
import { byteFields, clipFields, hex } from "../bytes/fields.ts";
import type { Field, Layout } from "../bytes/layout.ts";
import { formatIpv4Address } from "./address.ts";
import { icmpOffsets as at, icmpv4Type, unreachableCode } from "./icmpv4.ts";

const field = byteFields("RFC 792");

/** The header, whose second word depends on the type, and the data. */
export const icmpv4Layout: Layout = {
  name: "icmpv4",
  fields: (bytes) =>
    clipFields(bytes, [
      field("Type", "type", at.type, 1, String(readU8(bytes, at.type))),
      field("Code", "type", at.code, 1, String(readU8(bytes, at.code))),
      field("Checksum", "checksum", at.checksum, 2, hex(readU16(bytes, at.checksum), 16)),
      ...secondWord(bytes),
      field("Data", "data", at.data, Math.max(0, bytes.length - at.data)),
    ]),
};

function secondWord(bytes: Uint8Array): Field[] {
  const low = String(readU16(bytes, at.rest + 2));
  switch (readU8(bytes, at.type)) {
    case icmpv4Type.echoRequest:
    case icmpv4Type.echoReply:
    case icmpv4Type.timestampRequest:
    case icmpv4Type.timestampReply:
      return [
        field("Identifier", "order", at.rest, 2, hex(readU16(bytes, at.rest), 16)),
        field("Sequence Number", "order", at.rest + 2, 2, low),
      ];
    case icmpv4Type.redirect:
      return [
        field("Gateway Internet Address", "address", at.rest, 4, formatIpv4Address(readU32(bytes, at.rest))),
      ];
    case icmpv4Type.parameterProblem:
      return [
        field("Pointer", "order", at.rest, 1, String(readU8(bytes, at.rest))),
        field("Unused", "control", at.rest + 1, 3),
      ];
    case icmpv4Type.destinationUnreachable:
      if (readU8(bytes, at.code) === unreachableCode.fragmentationNeeded) {
        return [
          field("Unused", "control", at.rest, 2),
          { ...field("Next-Hop MTU", "length", at.rest + 2, 2, low), rfc: "RFC 1191 §4" },
        ];
      }
      break;
    default:
      break;
  }
  return [field("Unused", "control", at.rest, 4)];
}

/** RFC 4443's common header and the body. */
export const icmpv6Layout: Layout = {
  name: "icmpv6",
  fields(bytes) {
    const six = byteFields("RFC 4443 §2.1");
    return clipFields(bytes, [
      six("Type", "type", 0, 1, String(readU8(bytes, 0))),
      six("Code", "type", 1, 1, String(readU8(bytes, 1))),
      six("Checksum", "checksum", 2, 2, hex(readU16(bytes, 2), 16)),
      six("Message Body", "data", 4, Math.max(0, bytes.length - 4)),
    ]);
  },
};
