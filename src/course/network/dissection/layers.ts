import type { Layout } from "../../../net/bytes/layout.ts";
import { arpLayout } from "../../../net/wire/arp-layout.ts";
import { dhcpLayout } from "../../../net/wire/dhcp-layout.ts";
import { dnsLayout } from "../../../net/wire/dns-layout.ts";
import { ethernetLayout } from "../../../net/wire/ethernet-layout.ts";
import { etherType, parseEthernet } from "../../../net/wire/ethernet.ts";
import { icmpv4Layout, icmpv6Layout } from "../../../net/wire/icmp-layout.ts";
import { parseIcmpv4, readIcmpv4 } from "../../../net/wire/icmpv4.ts";
import { parseIcmpv6, readIcmpv6 } from "../../../net/wire/icmpv6.ts";
import { ipProtocol } from "../../../net/wire/ip-protocol.ts";
import { ipv4Layout } from "../../../net/wire/ipv4-layout.ts";
import { ipv4HeaderEnd, parseIpv4Header } from "../../../net/wire/ipv4.ts";
import { walkExtensionHeaders } from "../../../net/wire/ipv6-extensions.ts";
import { ipv6Layout } from "../../../net/wire/ipv6-layout.ts";
import { parseIpv6Header, ipv6HeaderBytes } from "../../../net/wire/ipv6.ts";
import { tcpLayout } from "../../../net/wire/tcp-layout.ts";
import { udpLayout } from "../../../net/wire/udp-layout.ts";
import { udpHeaderBytes, udpOffsets } from "../../../net/wire/udp.ts";
import { vxlanHeaderBytes, vxlanLayout, vxlanPort } from "../../../net/wire/vxlan.ts";
import { readU16 } from "../../../net/bytes/big-endian.ts";

/** One header of a frame, with what it carries: `bytes` begins with it and is a view. */
export type PacketLayer = {
  readonly layout: Layout;
  /** From the start of the frame. */
  readonly offset: number;
  readonly bytes: Uint8Array;
  /** Inside an ICMP error: a packet that somebody sent before, not this one. */
  readonly quoted: boolean;
};

/** How a captured frame begins: with Ethernet, or with an IP header (a point-to-point link). */
export type Link = "ethernet" | "ip";

/** The headers of a frame, outermost first, as far as they can be told. Never throws. */
export function layersOf(frame: Uint8Array, link: Link = "ethernet"): readonly PacketLayer[] {
  const layers: PacketLayer[] = [];
  let at: Next | null = { kind: link === "ethernet" ? "ethernet" : "ip", offset: 0, end: frame.length };
  let quoted = false;
  while (at !== null && at.offset < at.end && layers.length < most) {
    const bytes = frame.subarray(at.offset, at.end);
    const found: Found | null = readers[at.kind](bytes);
    if (found === null) break;
    layers.push({ layout: found.layout, offset: at.offset, bytes, quoted });
    quoted ||= found.quotes === true;
    const { next }: Found = found;
    at =
      next === null
        ? null
        : { kind: next.kind, offset: at.offset + next.from, end: Math.min(at.end, at.offset + next.to) };
  }
  return layers;
}

/** More headers than any honest frame has: tunnels in tunnels end here. */
const most = 24;

type Kind = "ethernet" | "arp" | "ip" | "icmpv4" | "icmpv6" | "udp" | "tcp" | "dns" | "dhcp" | "vxlan";
type Next = { readonly kind: Kind; readonly offset: number; readonly end: number };
type Inner = { readonly kind: Kind; readonly from: number; readonly to: number };
type Found = { readonly layout: Layout; readonly next: Inner | null; readonly quotes?: true };
type Reader = (bytes: Uint8Array) => Found | null;

const last = (layout: Layout): Found => ({ layout, next: null });

function ethernet(bytes: Uint8Array): Found | null {
  const frame = parseEthernet(bytes);
  if (!frame.ok) return bytes.length < 14 ? null : last(ethernetLayout);
  const { etherType: type, payload } = frame.value;
  const from = payload.byteOffset - bytes.byteOffset;
  const kind =
    type === etherType.arp ? "arp" : type === etherType.ipv4 || type === etherType.ipv6 ? "ip" : null;
  return {
    layout: ethernetLayout,
    next: kind === null ? null : { kind, from, to: from + payload.length },
  };
}

const ip: Reader = (bytes) =>
  bytes[0] === undefined ? null : bytes[0] >> 4 === 6 ? ipv6(bytes) : ipv4(bytes);

function ipv4(bytes: Uint8Array): Found | null {
  const header = parseIpv4Header(bytes);
  if (!header.ok) return bytes.length < 20 || (bytes[0] ?? 0) >> 4 !== 4 ? null : last(ipv4Layout);
  const { protocol, fragmentOffset, totalLength } = header.value;
  const kind = fragmentOffset > 0 ? null : upper(protocol);
  const to = Math.min(bytes.length, totalLength);
  return { layout: ipv4Layout, next: kind === null ? null : { kind, from: ipv4HeaderEnd(bytes), to } };
}

function ipv6(bytes: Uint8Array): Found | null {
  const header = parseIpv6Header(bytes);
  if (!header.ok) return null;
  const chain = walkExtensionHeaders(bytes);
  if (!chain.ok) return last(ipv6Layout);
  const later = chain.value.headers.some((one) => one.kind === "fragment" && one.fragmentOffset > 0);
  const kind = later ? null : upper(chain.value.upper);
  const to = Math.min(bytes.length, ipv6HeaderBytes + header.value.payloadLength);
  return { layout: ipv6Layout, next: kind === null ? null : { kind, from: chain.value.upperOffset, to } };
}

function upper(protocol: number): Kind | null {
  switch (protocol) {
    case ipProtocol.icmp:
      return "icmpv4";
    case ipProtocol.icmpv6:
      return "icmpv6";
    case ipProtocol.udp:
      return "udp";
    case ipProtocol.tcp:
      return "tcp";
    case ipProtocol.ipInIp:
    case ipProtocol.ipv6:
      return "ip";
    default:
      return null;
  }
}

function icmpv4(bytes: Uint8Array): Found | null {
  const message = parseIcmpv4(bytes);
  if (!message.ok) return null;
  const content = readIcmpv4(message.value);
  return content.kind === "error" && content.quoted !== null
    ? { layout: icmpv4Layout, next: { kind: "ip", from: 8, to: bytes.length }, quotes: true }
    : last(icmpv4Layout);
}

function icmpv6(bytes: Uint8Array): Found | null {
  const message = parseIcmpv6(bytes);
  if (!message.ok) return null;
  const content = readIcmpv6(message.value);
  return content.kind === "error" && content.quoted !== null
    ? { layout: icmpv6Layout, next: { kind: "ip", from: 8, to: bytes.length }, quotes: true }
    : last(icmpv6Layout);
}

function udp(bytes: Uint8Array): Found | null {
  if (bytes.length < udpHeaderBytes) return null;
  const ports = [readU16(bytes, udpOffsets.sourcePort), readU16(bytes, udpOffsets.destinationPort)];
  const kind = ports.includes(53)
    ? "dns"
    : ports.some((port) => port === 67 || port === 68)
      ? "dhcp"
      : ports[1] === vxlanPort
        ? "vxlan"
        : null;
  return { layout: udpLayout, next: kind === null ? null : { kind, from: udpHeaderBytes, to: bytes.length } };
}

const atLeast =
  (length: number, layout: Layout): Reader =>
  (bytes) =>
    bytes.length < length ? null : last(layout);

const readers: Readonly<Record<Kind, Reader>> = {
  ethernet,
  arp: atLeast(8, arpLayout),
  ip,
  icmpv4,
  icmpv6,
  udp,
  tcp: atLeast(20, tcpLayout),
  dns: atLeast(12, dnsLayout),
  dhcp: atLeast(240, dhcpLayout),
  vxlan: (bytes) =>
    bytes.length < vxlanHeaderBytes
      ? null
      : { layout: vxlanLayout, next: { kind: "ethernet", from: vxlanHeaderBytes, to: bytes.length } },
};
