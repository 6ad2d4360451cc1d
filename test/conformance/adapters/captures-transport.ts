import { toHex } from "#net/bytes/hex.ts";
import type { Result } from "#net/bytes/result.ts";
import { verifiesChecksum } from "#net/wire/checksum.ts";
import { dhcpOption, dhcpTypeOf } from "#net/wire/dhcp-options.ts";
import { parseDhcp } from "#net/wire/dhcp.ts";
import { dnsType } from "#net/wire/dns-rdata.ts";
import { parseDns, type DnsMessage } from "#net/wire/dns.ts";
import { emitIcmpv4, parseIcmpv4, readIcmpv4 } from "#net/wire/icmpv4.ts";
import { emitIcmpv6, parseIcmpv6, readIcmpv6 } from "#net/wire/icmpv6.ts";
import { ipProtocol } from "#net/wire/ip-protocol.ts";
import { verifiesTransportChecksum, type IpEnds } from "#net/wire/pseudo-header.ts";
import { emitTcp, parseTcp } from "#net/wire/tcp.ts";
import { emitUdp, parseUdp, udpChecksumStatus } from "#net/wire/udp.ts";
import { emitVxlan, parseVxlan, vxlanPort } from "#net/wire/vxlan.ts";
import { same, type Check } from "../suite.ts";

/** tshark's fields of one frame, the outermost of each. */
export type Row = { get(name: string): string | undefined };

/** That a message which was read is written as it came. */
export const again = (what: string, expected: Uint8Array, emitted: Result<Uint8Array>): Check =>
  same(`${what} written again`, toHex(expected), emitted.ok ? toHex(emitted.value) : emitted.error.code);

/** That a message which tshark reads is refused, and why. */
export const refused = (what: string, code: string | undefined): Check =>
  same(`${what} accepted`, true, code);

/** tshark's words for a checksum. */
const status = { bad: "0", good: "1", absent: "3", illegal: "4" } as const;

const checksumCheck = (protocol: "udp" | "tcp" | "icmp" | "icmpv6", row: Row, actual: keyof typeof status) =>
  same(`${protocol}.checksum.status`, row.get(`${protocol}.checksum.status`), status[actual]);

/** What an unfragmented packet carries. Without `ends` the checksums over a pseudo-header are left alone. */
export function transportChecks(protocol: number, bytes: Uint8Array, ends: IpEnds | null, row: Row): Check[] {
  switch (protocol) {
    case ipProtocol.udp:
      return udpChecks(bytes, ends, row);
    case ipProtocol.tcp:
      return tcpChecks(bytes, ends, row);
    case ipProtocol.icmp:
      return icmpv4Checks(bytes, row);
    case ipProtocol.icmpv6:
      return icmpv6Checks(bytes, ends, row);
    default:
      return [];
  }
}

const sumOf = (ends: IpEnds, protocol: number, bytes: Uint8Array): "good" | "bad" =>
  verifiesTransportChecksum(ends, protocol, bytes) ? "good" : "bad";

function udpChecks(bytes: Uint8Array, ends: IpEnds | null, row: Row): Check[] {
  const parsed = parseUdp(bytes);
  if (!parsed.ok) return [refused("UDP", parsed.error.code)];
  const { sourcePort, destinationPort, length, payload } = parsed.value;
  return [
    again("UDP", bytes.subarray(0, length), emitUdp(parsed.value)),
    ...(ends === null ? [] : [checksumCheck("udp", row, udpChecksumStatus(bytes, ends))]),
    same("udp.length", row.get("udp.length"), String(length)),
    // Inside VXLAN tshark's row has the ports of both, in no fixed order.
    same("udp.srcport", row.get("udp.srcport"), String(sourcePort)),
    same("udp.dstport", row.get("udp.dstport"), String(destinationPort)),
    ...(destinationPort === vxlanPort ? vxlanChecks(payload, row) : []),
    // Not by port: one capture sends five bytes of plain text from and to port 53, in which tshark finds no question.
    ...(row.get("dns.qry.name") === undefined ? [] : dnsChecks(payload, row)),
    ...(sourcePort === 67 || destinationPort === 67 ? dhcpChecks(payload, row) : []),
  ];
}

function vxlanChecks(bytes: Uint8Array, row: Row): Check[] {
  const parsed = parseVxlan(bytes);
  if (!parsed.ok) return [refused("VXLAN", parsed.error.code)];
  return [
    again("VXLAN", bytes, emitVxlan(parsed.value)),
    same("vxlan.vni", row.get("vxlan.vni"), String(parsed.value.vni)),
  ];
}

function dnsChecks(bytes: Uint8Array, row: Row): Check[] {
  const parsed = parseDns(bytes);
  if (!parsed.ok) return [refused("DNS", parsed.error.code)];
  const [question] = parsed.value.questions;
  return [
    same("dns.id", row.get("dns.id"), `0x${parsed.value.id.toString(16).padStart(4, "0")}`),
    same("dns.qry.name", row.get("dns.qry.name"), question?.name.slice(0, -1) || "<Root>"),
    same("dns.qry.type", row.get("dns.qry.type"), String(question?.type)),
    same("dns.resp.ttl", row.get("dns.resp.ttl"), firstTtl(parsed.value)),
  ];
}

/** Of all records but OPT, whose field means something else (RFC 6891 §6.1.3). */
function firstTtl({ answers, authority, additional }: DnsMessage): string | undefined {
  const first = [...answers, ...authority, ...additional].find(({ type }) => type !== dnsType.OPT);
  return first === undefined ? undefined : String(first.ttl);
}

function dhcpChecks(bytes: Uint8Array, row: Row): Check[] {
  const parsed = parseDhcp(bytes);
  if (!parsed.ok) return [refused("DHCP", parsed.error.code)];
  const type = parsed.value.options.some(({ code }) => code === dhcpOption.messageType)
    ? dhcpTypeOf(parsed.value)
    : null;
  return [same("dhcp.option.dhcp", row.get("dhcp.option.dhcp"), String(type))];
}

function tcpChecks(bytes: Uint8Array, ends: IpEnds | null, row: Row): Check[] {
  const parsed = parseTcp(bytes);
  if (!parsed.ok) return [refused("TCP", parsed.error.code)];
  const s = parsed.value;
  return [
    again("TCP", bytes, emitTcp(s)),
    ...(ends === null ? [] : [checksumCheck("tcp", row, sumOf(ends, ipProtocol.tcp, bytes))]),
    same("tcp.srcport", row.get("tcp.srcport"), String(s.sourcePort)),
    same("tcp.dstport", row.get("tcp.dstport"), String(s.destinationPort)),
    same("tcp.seq_raw", row.get("tcp.seq_raw"), String(s.sequenceNumber)),
    same("tcp.ack_raw", row.get("tcp.ack_raw"), String(s.acknowledgmentNumber)),
    same("tcp.window_size_value", row.get("tcp.window_size_value"), String(s.window)),
    same("tcp.hdr_len", row.get("tcp.hdr_len"), String(s.dataOffset)),
    same("tcp.len", row.get("tcp.len"), String(s.payload.length)),
    same("tcp.options", row.get("tcp.options") ?? "", toHex(s.options)),
  ];
}

function icmpv4Checks(bytes: Uint8Array, row: Row): Check[] {
  const parsed = parseIcmpv4(bytes);
  if (!parsed.ok) return [refused("ICMP", parsed.error.code)];
  const content = readIcmpv4(parsed.value);
  const mtu = content.kind === "error" ? content.nextHopMtu : undefined;
  return [
    again("ICMP", bytes, emitIcmpv4(parsed.value)),
    checksumCheck("icmp", row, verifiesChecksum(bytes) ? "good" : "bad"),
    same("icmp.type", row.get("icmp.type"), String(parsed.value.type)),
    same("icmp.code", row.get("icmp.code"), String(parsed.value.code)),
    ...(mtu === undefined ? [] : [same("icmp.mtu", row.get("icmp.mtu"), String(mtu))]),
    ...(content.kind === "echo"
      ? [
          same("icmp.ident", row.get("icmp.ident"), String(content.identifier)),
          same("icmp.seq", row.get("icmp.seq"), String(content.sequenceNumber)),
        ]
      : []),
  ];
}

function icmpv6Checks(bytes: Uint8Array, ends: IpEnds | null, row: Row): Check[] {
  const parsed = parseIcmpv6(bytes);
  if (!parsed.ok) return [refused("ICMPv6", parsed.error.code)];
  const content = readIcmpv6(parsed.value);
  const mtu = content.kind === "error" ? content.mtu : undefined;
  return [
    again("ICMPv6", bytes, emitIcmpv6(parsed.value)),
    ...(ends === null ? [] : [checksumCheck("icmpv6", row, sumOf(ends, ipProtocol.icmpv6, bytes))]),
    same("icmpv6.type", row.get("icmpv6.type"), String(parsed.value.type)),
    same("icmpv6.code", row.get("icmpv6.code"), String(parsed.value.code)),
    ...(mtu === undefined ? [] : [same("icmpv6.mtu", row.get("icmpv6.mtu"), String(mtu))]),
    ...(content.kind === "echo"
      ? [
          same(
            "icmpv6.echo.identifier",
            row.get("icmpv6.echo.identifier"),
            `0x${content.identifier.toString(16).padStart(4, "0")}`,
          ),
          same(
            "icmpv6.echo.sequence_number",
            row.get("icmpv6.echo.sequence_number"),
            String(content.sequenceNumber),
          ),
        ]
      : []),
  ];
}
