import { readU16, readU8 } from "../../../net/bytes/big-endian.ts";
import { arpOffsets, arpOperation, parseArpMessage } from "../../../net/wire/arp.ts";
import { formatIpv4Address, ipv4AddressFromBytes } from "../../../net/wire/address.ts";
import { ethernetOffsets } from "../../../net/wire/ethernet.ts";
import { formatMac, macFromBytes } from "../../../net/wire/mac.ts";
import { ipProtocol, formatIpProtocol } from "../../../net/wire/ip-protocol.ts";
import { parseIpv4Header } from "../../../net/wire/ipv4.ts";
import { walkExtensionHeaders } from "../../../net/wire/ipv6-extensions.ts";
import { formatIpv6Address } from "../../../net/wire/ipv6-address.ts";
import { parseIpv6Header } from "../../../net/wire/ipv6.ts";
import { icmpInfo, icmpv6Info } from "./icmp-info.ts";
import { layersOf, type Link, type PacketLayer } from "./layers.ts";
import { dhcpInfo, dnsInfo, tcpInfo, udpInfo } from "./transport-info.ts";

/** One frame as a row of a packet list, in the words of Wireshark: people read both. */
export type PacketSummary = {
  readonly source: string;
  readonly destination: string;
  /** Of the innermost header that is not quoted: `ARP`, `ICMP`, `TCP`. */
  readonly protocol: string;
  /** Bytes of the frame. */
  readonly length: number;
  readonly info: string;
};

/** Says what a frame is. Never throws; what is cut or unknown is said as far as it can be told. */
export function summarise(frame: Uint8Array, link: Link = "ethernet"): PacketSummary {
  const layers = layersOf(frame, link).filter(({ quoted }) => !quoted);
  const inner = layers.at(-1);
  const ends = endsOf(layers);
  const { protocol, info } = inner === undefined ? unreadable : describe(inner, layers);
  return { ...ends, protocol, length: frame.length, info };
}

type Words = { readonly protocol: string; readonly info: string };

const unreadable: Words = { protocol: "—", info: "Malformed Packet" };

/** The innermost addresses; those of the link where there is no IP. */
function endsOf(layers: readonly PacketLayer[]): { source: string; destination: string } {
  for (const { layout, bytes } of layers.toReversed()) {
    if (layout.name === "ipv4" && bytes.length >= 20) {
      const at = (offset: number): string => formatIpv4Address(ipv4AddressFromBytes(bytes, offset));
      return { source: at(12), destination: at(16) };
    }
    const six = layout.name === "ipv6" ? parseIpv6Header(bytes) : null;
    if (six?.ok === true)
      return {
        source: formatIpv6Address(six.value.source),
        destination: formatIpv6Address(six.value.destination),
      };
    if (layout.name === "ethernet") {
      const destination = macFromBytes(bytes, ethernetOffsets.destination);
      return {
        source: formatMac(macFromBytes(bytes, ethernetOffsets.source)),
        destination: destination === 2 ** 48 - 1 ? "Broadcast" : formatMac(destination),
      };
    }
  }
  return { source: "—", destination: "—" };
}

function describe({ layout, bytes }: PacketLayer, layers: readonly PacketLayer[]): Words {
  switch (layout.name) {
    case "ethernet":
      return { protocol: "Ethernet", info: `Ethernet II, type ${hex4(readU16(bytes, 12))}` };
    case "arp":
      return { protocol: "ARP", info: arpInfo(bytes) };
    case "ipv4":
      return ipv4Words(bytes);
    case "ipv6":
      return ipv6Words(bytes);
    case "icmpv4":
      return { protocol: "ICMP", info: icmpInfo(bytes, ttlOf(layers)) };
    case "icmpv6":
      return { protocol: "ICMPv6", info: icmpv6Info(bytes) };
    case "udp":
      return { protocol: "UDP", info: udpInfo(bytes) };
    case "tcp":
      return { protocol: "TCP", info: tcpInfo(bytes) };
    case "dns":
      return { protocol: "DNS", info: dnsInfo(bytes) };
    case "dhcp":
      return { protocol: "DHCP", info: dhcpInfo(bytes) };
    case "vxlan":
      return { protocol: "VXLAN", info: "Virtual eXtensible Local Area Network" };
    default:
      return unreadable;
  }
}

const hex4 = (value: number): string => `0x${value.toString(16).padStart(4, "0")}`;

/** TTL of the innermost IPv4 header, Hop Limit of IPv6. */
function ttlOf(layers: readonly PacketLayer[]): number {
  const ip = layers.findLast(({ layout }) => layout.name === "ipv4" || layout.name === "ipv6");
  return ip === undefined ? 0 : readU8(ip.bytes, ip.layout.name === "ipv4" ? 8 : 7);
}

function arpInfo(bytes: Uint8Array): string {
  const message = parseArpMessage(bytes);
  if (!message.ok || message.value.senderProtocol.length !== 4) return "ARP";
  const { operation, senderProtocol, senderHardware, targetProtocol } = message.value;
  const sender = formatIpv4Address(ipv4AddressFromBytes(senderProtocol));
  const target = formatIpv4Address(ipv4AddressFromBytes(targetProtocol));
  const mac = senderHardware.length === 6 ? formatMac(macFromBytes(bytes, arpOffsets.addresses)) : "?";
  if (operation === arpOperation.reply) return `${sender} is at ${mac}`;
  if (operation !== arpOperation.request) return `Opcode ${operation}`;
  if (sender === target) return `ARP Announcement for ${target}`;
  return sender === "0.0.0.0" ? `Who has ${target}? (ARP Probe)` : `Who has ${target}? Tell ${sender}`;
}

function ipv4Words(bytes: Uint8Array): Words {
  const header = parseIpv4Header(bytes);
  if (!header.ok) return { protocol: "IPv4", info: `Bogus IPv4 header (${header.error.code})` };
  const { fragmentOffset, mf, protocol, identification } = header.value;
  const name = formatIpProtocol(protocol);
  const info =
    fragmentOffset > 0 || mf
      ? `Fragmented IP protocol (proto=${name}, off=${fragmentOffset}, ID=${identification.toString(16).padStart(4, "0")})`
      : name;
  return { protocol: "IPv4", info };
}

function ipv6Words(bytes: Uint8Array): Words {
  const chain = walkExtensionHeaders(bytes);
  if (!chain.ok) return { protocol: "IPv6", info: `Bogus IPv6 header (${chain.error.code})` };
  const { headers, upper } = chain.value;
  const fragment = headers.find((one) => one.kind === "fragment");
  if (fragment?.kind === "fragment") {
    const { fragmentOffset, more, identification } = fragment;
    return {
      protocol: "IPv6",
      info: `IPv6 fragment (off=${fragmentOffset} more=${more ? "y" : "n"} ident=0x${identification.toString(16).padStart(8, "0")} nxt=${upper})`,
    };
  }
  return {
    protocol: "IPv6",
    info: upper === ipProtocol.noNextHeader ? "IPv6 no next header" : formatIpProtocol(upper),
  };
}
