import { readU16, readU8, writeU16, writeU32 } from "#net/bytes/big-endian.ts";
import { etherType, ethernetHeader } from "#net/wire/ethernet.ts";
import { icmpv4Type } from "#net/wire/icmpv4.ts";
import { icmpv6Type } from "#net/wire/icmpv6.ts";
import { ipProtocol } from "#net/wire/ip-protocol.ts";
import { ipv4OptionType, parseIpv4Options } from "#net/wire/ipv4-options.ts";
import { ipv4HeaderEnd, ipv4Offsets } from "#net/wire/ipv4.ts";
import { ipv6HeaderBytes, ipv6Offsets } from "#net/wire/ipv6.ts";
import { udpHeaderBytes, udpOffsets } from "#net/wire/udp.ts";

/**
 * A frame with zeros where the kernel draws or measures something. Everything else is compared byte for byte, MAC
 * addresses, TTLs and what ICMP errors quote included; that our checksums are right is tested apart.
 *
 * - IPv4: identification, header checksum, the times of a Timestamp option
 * - IPv6: flow label, identification of fragments
 * - ICMP echo: identifier, checksum, and the 16 bytes of ping's data that hold the time
 * - ICMP errors: checksum, and the same fields in what they quote
 * - UDP: source port, checksum, and the `unknownData` first bytes of the data (what tracepath writes there)
 */
export function maskFrame(frame: Uint8Array, unknownData: number): Uint8Array {
  const masked = frame.slice();
  const packet = masked.subarray(ethernetHeader);
  const type = readU16(masked, 12);
  if (type === etherType.ipv4) maskIpv4(packet, unknownData);
  else if (type === etherType.ipv6) maskIpv6(packet, unknownData);
  return masked;
}

function maskIpv4(packet: Uint8Array, unknownData: number): void {
  writeU16(packet, ipv4Offsets.identification, 0);
  writeU16(packet, ipv4Offsets.checksum, 0);
  maskTimestamps(packet.subarray(ipv4Offsets.options, ipv4HeaderEnd(packet)));
  if ((readU16(packet, ipv4Offsets.flagsAndFragmentOffset) & 0x1fff) > 0) return;
  const payload = packet.subarray(ipv4HeaderEnd(packet));
  switch (readU8(packet, ipv4Offsets.protocol)) {
    case ipProtocol.icmp:
      maskIcmp(payload, isEcho4(readU8(payload, 0)), () => maskIpv4(payload.subarray(8), unknownData));
      break;
    case ipProtocol.udp:
      maskUdp(payload, unknownData);
      break;
  }
}

/** Flag 0: times only; 1 and 3: each behind its address (RFC 791 §3.1). */
function maskTimestamps(area: Uint8Array): void {
  const options = parseIpv4Options(area);
  const option = options.ok ? options.value.find(({ type }) => type === ipv4OptionType.timestamp) : undefined;
  if (option === undefined) return;
  const { offset, length } = option;
  const [first, step] = (readU8(area, offset + 3) & 0xf) === 0 ? [4, 4] : [8, 8];
  for (let at = offset + first; at + 4 <= offset + length; at += step) writeU32(area, at, 0);
}

function maskIpv6(packet: Uint8Array, unknownData: number): void {
  // Version and Traffic Class stay.
  writeU32(packet, 0, (readU16(packet, 0) & 0xfff0) << 16);
  let protocol = readU8(packet, ipv6Offsets.nextHeader);
  let payload = packet.subarray(ipv6HeaderBytes);
  if (protocol === ipProtocol.fragment) {
    writeU32(payload, 4, 0);
    if ((readU16(payload, 2) & 0xfff8) > 0) return;
    protocol = readU8(payload, 0);
    payload = payload.subarray(8);
  }
  switch (protocol) {
    case ipProtocol.icmpv6: {
      const type = readU8(payload, 0);
      if (type < icmpv6Type.echoRequest || isEcho6(type)) {
        maskIcmp(payload, isEcho6(type), () => maskIpv6(payload.subarray(8), unknownData));
      }
      break;
    }
    case ipProtocol.udp:
      maskUdp(payload, unknownData);
      break;
  }
}

const isEcho4 = (type: number): boolean => type === icmpv4Type.echoRequest || type === icmpv4Type.echoReply;
const isEcho6 = (type: number): boolean => type === icmpv6Type.echoRequest || type === icmpv6Type.echoReply;

const timeBytes = 16;

function maskIcmp(message: Uint8Array, echo: boolean, maskQuoted: () => void): void {
  writeU16(message, 2, 0);
  if (!echo) {
    maskQuoted();
    return;
  }
  writeU16(message, 4, 0);
  message.subarray(8, 8 + timeBytes).fill(0);
}

function maskUdp(datagram: Uint8Array, unknownData: number): void {
  writeU16(datagram, udpOffsets.sourcePort, 0);
  writeU16(datagram, udpOffsets.checksum, 0);
  datagram.subarray(udpHeaderBytes, udpHeaderBytes + unknownData).fill(0);
}
