import { readU16, readU32, readU8 } from "../bytes/big-endian.ts";
import { byteFields, clipFields, hex } from "../bytes/fields.ts";
import type { Layout } from "../bytes/layout.ts";
import { formatIpv4Address } from "./address.ts";
import { arpOffsets as at } from "./arp.ts";
import { formatMac, macFromBytes } from "./mac.ts";

const field = byteFields("RFC 826");
const operations = new Map([
  [1, "request"],
  [2, "reply"],
  [3, "reverse request"],
  [4, "reverse reply"],
]);

/** The message and the padding of the link behind it. */
export const arpLayout: Layout = {
  name: "arp",
  fields(bytes) {
    const hardware = readU8(bytes, at.hardwareLength);
    const protocol = readU8(bytes, at.protocolLength);
    const operation = readU16(bytes, at.operation);
    const operationName = operations.get(operation);
    const mac = (offset: number): string | undefined =>
      hardware === 6 ? formatMac(macFromBytes(bytes, offset)) : undefined;
    const ip = (offset: number): string | undefined =>
      protocol === 4 ? formatIpv4Address(readU32(bytes, offset)) : undefined;
    const senderProtocol = at.addresses + hardware;
    const targetHardware = senderProtocol + protocol;
    const targetProtocol = targetHardware + hardware;
    const end = targetProtocol + protocol;
    return clipFields(bytes, [
      field("Hardware Type", "type", at.hardwareType, 2, String(readU16(bytes, at.hardwareType))),
      field("Protocol Type", "type", at.protocolType, 2, hex(readU16(bytes, at.protocolType), 16)),
      field("Hardware Length", "length", at.hardwareLength, 1, String(hardware)),
      field("Protocol Length", "length", at.protocolLength, 1, String(protocol)),
      field(
        "Operation",
        "control",
        at.operation,
        2,
        operationName === undefined ? String(operation) : `${operation} (${operationName})`,
      ),
      field("Sender Hardware Address", "address", at.addresses, hardware, mac(at.addresses)),
      field("Sender Protocol Address", "address", senderProtocol, protocol, ip(senderProtocol)),
      field("Target Hardware Address", "address", targetHardware, hardware, mac(targetHardware)),
      field("Target Protocol Address", "address", targetProtocol, protocol, ip(targetProtocol)),
      field("Link Padding", "data", end, Math.max(0, bytes.length - end)),
    ]);
  },
};
