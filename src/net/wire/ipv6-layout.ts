import { readU16, readU32, readU8 } from "../bytes/big-endian.ts";
import { bitFields, byteFields, clipFields, hex } from "../bytes/fields.ts";
import type { Layout } from "../bytes/layout.ts";
import { formatIpProtocol } from "./ip-protocol.ts";
import { formatIpv6Address, ipv6AddressFromBytes } from "./ipv6-address.ts";
import { ipv6HeaderBytes, ipv6Offsets as at } from "./ipv6.ts";

const bits = bitFields("RFC 8200 §3");
const field = byteFields("RFC 8200 §3");

/** The fixed header, the payload (extension headers included) and what the link added. */
export const ipv6Layout: Layout = {
  name: "ipv6",
  fields(bytes) {
    const word = readU32(bytes, 0);
    const length = readU16(bytes, at.payloadLength);
    const end = ipv6HeaderBytes + length > bytes.length ? bytes.length : ipv6HeaderBytes + length;
    return clipFields(bytes, [
      bits("Version", "type", 0, 4, String(word >>> 28)),
      bits("Traffic Class", "control", 4, 8, hex((word >>> 20) & 0xff, 8)),
      bits("Flow Label", "order", 12, 20, hex(word & 0xfffff, 20)),
      field("Payload Length", "length", at.payloadLength, 2, String(length)),
      field("Next Header", "type", at.nextHeader, 1, formatIpProtocol(readU8(bytes, at.nextHeader))),
      field("Hop Limit", "lifetime", at.hopLimit, 1, String(readU8(bytes, at.hopLimit))),
      field(
        "Source Address",
        "address",
        at.source,
        16,
        formatIpv6Address(ipv6AddressFromBytes(bytes, at.source)),
      ),
      field(
        "Destination Address",
        "address",
        at.destination,
        16,
        formatIpv6Address(ipv6AddressFromBytes(bytes, at.destination)),
      ),
      field("Payload", "data", ipv6HeaderBytes, Math.max(0, end - ipv6HeaderBytes)),
      field("Link Padding", "data", end, Math.max(0, bytes.length - end)),
    ]);
  },
};
