import { readU16, readU32, readU8, writeU16, writeU8 } from "../bytes/big-endian.ts";
import { concatBytes } from "../bytes/byte-string.ts";
import { outOfRange } from "../bytes/range.ts";
import { fail, ok, type Result } from "../bytes/result.ts";
import { ipv4AddressToBytes, type Ipv4Address } from "./address.ts";
import { etherType } from "./ethernet.ts";
import { macFromBytes, writeMac, type Mac } from "./mac.ts";

/*
 * RFC 826, "Packet format".
 *
 *   0                   1                   2                   3
 *  +-------------------------------+-------------------------------+
 *  |         Hardware Type         |         Protocol Type         |
 *  +---------------+---------------+-------------------------------+
 *  | Hardware Len. | Protocol Len. |           Operation           |
 *  +---------------+---------------+-------------------------------+
 *  |  Sender Hardware Address, then Sender Protocol Address,       |
 *  |  Target Hardware Address, then Target Protocol Address        |
 *  +---------------------------------------------------------------+
 */
export const arpOffsets = {
  hardwareType: 0,
  protocolType: 2,
  hardwareLength: 4,
  protocolLength: 5,
  operation: 6,
  addresses: 8,
} as const;

export const arpOperation = { request: 1, reply: 2, reverseRequest: 3, reverseReply: 4 } as const;
export const hardwareEthernet = 1;

/** Addresses of any kind, as bytes; the two lengths are those of the arrays. */
export type ArpMessage = {
  readonly hardwareType: number;
  readonly protocolType: number;
  readonly operation: number;
  readonly senderHardware: Uint8Array;
  readonly senderProtocol: Uint8Array;
  readonly targetHardware: Uint8Array;
  readonly targetProtocol: Uint8Array;
};

/** Reads ARP and RARP (RFC 903) of any hardware and protocol. What follows (padding) is not looked at. */
export function parseArpMessage(bytes: Uint8Array): Result<ArpMessage, "truncated"> {
  if (bytes.length < arpOffsets.addresses) return fail("truncated", bytes.length);
  const hardware = readU8(bytes, arpOffsets.hardwareLength);
  const protocol = readU8(bytes, arpOffsets.protocolLength);
  if (bytes.length < arpOffsets.addresses + 2 * (hardware + protocol)) return fail("truncated", bytes.length);
  let at: number = arpOffsets.addresses;
  const take = (length: number): Uint8Array => bytes.subarray(at, (at += length));
  return ok({
    hardwareType: readU16(bytes, arpOffsets.hardwareType),
    protocolType: readU16(bytes, arpOffsets.protocolType),
    operation: readU16(bytes, arpOffsets.operation),
    senderHardware: take(hardware),
    senderProtocol: take(protocol),
    targetHardware: take(hardware),
    targetProtocol: take(protocol),
  });
}

/** Writes a message; the addresses of one kind must be of one length. */
export function emitArpMessage(message: ArpMessage): Result<Uint8Array, "out-of-range"> {
  const { senderHardware, senderProtocol, targetHardware, targetProtocol } = message;
  const fault = outOfRange([
    ["Hardware Type", arpOffsets.hardwareType, message.hardwareType, 16],
    ["Protocol Type", arpOffsets.protocolType, message.protocolType, 16],
    ["Hardware Length", arpOffsets.hardwareLength, senderHardware.length, 8],
    ["Protocol Length", arpOffsets.protocolLength, senderProtocol.length, 8],
    ["Operation", arpOffsets.operation, message.operation, 16],
  ]);
  if (fault !== null) return fault;
  if (targetHardware.length !== senderHardware.length || targetProtocol.length !== senderProtocol.length) {
    const at = arpOffsets.addresses + senderHardware.length + senderProtocol.length;
    return fail("out-of-range", at, "Target Hardware Address");
  }
  const header = new Uint8Array(arpOffsets.addresses);
  writeU16(header, arpOffsets.hardwareType, message.hardwareType);
  writeU16(header, arpOffsets.protocolType, message.protocolType);
  writeU8(header, arpOffsets.hardwareLength, senderHardware.length);
  writeU8(header, arpOffsets.protocolLength, senderProtocol.length);
  writeU16(header, arpOffsets.operation, message.operation);
  return ok(concatBytes(header, senderHardware, senderProtocol, targetHardware, targetProtocol));
}

/** ARP for IPv4 over Ethernet: 28 bytes. */
export type ArpPacket = {
  readonly operation: number;
  readonly senderMac: Mac;
  readonly senderIp: Ipv4Address;
  readonly targetMac: Mac;
  readonly targetIp: Ipv4Address;
};

/** In the order of RFC 826, "Packet Reception". */
export type ArpParseError =
  "truncated" | "hardware-type" | "hardware-length" | "protocol-type" | "protocol-length";

export function parseArp(bytes: Uint8Array): Result<ArpPacket, ArpParseError> {
  const parsed = parseArpMessage(bytes);
  if (!parsed.ok) return parsed;
  const m = parsed.value;
  if (m.hardwareType !== hardwareEthernet)
    return fail("hardware-type", arpOffsets.hardwareType, "Hardware Type");
  if (m.senderHardware.length !== 6)
    return fail("hardware-length", arpOffsets.hardwareLength, "Hardware Length");
  if (m.protocolType !== etherType.ipv4)
    return fail("protocol-type", arpOffsets.protocolType, "Protocol Type");
  if (m.senderProtocol.length !== 4)
    return fail("protocol-length", arpOffsets.protocolLength, "Protocol Length");
  return ok({
    operation: m.operation,
    senderMac: macFromBytes(m.senderHardware),
    senderIp: readU32(m.senderProtocol, 0),
    targetMac: macFromBytes(m.targetHardware),
    targetIp: readU32(m.targetProtocol, 0),
  });
}

/** Writes 28 bytes, without the padding of the link. */
export function emitArp(packet: ArpPacket): Result<Uint8Array, "out-of-range"> {
  const fault = outOfRange([
    ["Sender Hardware Address", 8, packet.senderMac, 48],
    ["Sender Protocol Address", 14, packet.senderIp, 32],
    ["Target Hardware Address", 18, packet.targetMac, 48],
    ["Target Protocol Address", 24, packet.targetIp, 32],
  ]);
  if (fault !== null) return fault;
  const macBytes = (mac: Mac): Uint8Array => {
    const bytes = new Uint8Array(6);
    writeMac(bytes, 0, mac);
    return bytes;
  };
  return emitArpMessage({
    hardwareType: hardwareEthernet,
    protocolType: etherType.ipv4,
    operation: packet.operation,
    senderHardware: macBytes(packet.senderMac),
    senderProtocol: ipv4AddressToBytes(packet.senderIp),
    targetHardware: macBytes(packet.targetMac),
    targetProtocol: ipv4AddressToBytes(packet.targetIp),
  });
}

/** Asks whether anybody has an address, without claiming it: the sender address is 0.0.0.0 (RFC 5227 §2.1.1). */
export const isArpProbe = ({ operation, senderIp }: ArpPacket): boolean =>
  operation === arpOperation.request && senderIp === 0;

/** Tells everybody one's own address: sender and target address are the same. */
export const isGratuitousArp = ({ operation, senderIp, targetIp }: ArpPacket): boolean =>
  (operation === arpOperation.request || operation === arpOperation.reply) &&
  senderIp === targetIp &&
  senderIp !== 0;

/** A gratuitous request (RFC 5227 §2.3). */
export const isArpAnnouncement = (packet: ArpPacket): boolean =>
  packet.operation === arpOperation.request && isGratuitousArp(packet);
