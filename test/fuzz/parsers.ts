import { fromHex, readHex } from "#net/bytes/hex.ts";
import { readPcap } from "#net/capture/pcap.ts";
import { readPcapng } from "#net/capture/pcapng.ts";
import { parseIpv4Address, readIpv4Address } from "#net/wire/address.ts";
import { parseArp, parseArpMessage } from "#net/wire/arp.ts";
import { dhcpTypeOf, parseDhcpOptions } from "#net/wire/dhcp-options.ts";
import { parseDhcp } from "#net/wire/dhcp.ts";
import { decodeName, encodeName, nameLabels, readNameLabels } from "#net/wire/dns-name.ts";
import { parseRecordData } from "#net/wire/dns-rdata.ts";
import { ednsOf, parseDns } from "#net/wire/dns.ts";
import { parseEthernet, splitFcs } from "#net/wire/ethernet.ts";
import { parseFtpLine } from "#net/wire/ftp.ts";
import { parseIcmpv4, readIcmpv4 } from "#net/wire/icmpv4.ts";
import { parseIcmpv6, readIcmpv6 } from "#net/wire/icmpv6.ts";
import { isSingleByte, parseIpv4Options, type PlacedIpv4Option } from "#net/wire/ipv4-options.ts";
import {
  ipv4OptionFault,
  parseRouteData,
  parseRouterAlertData,
  parseTimestampData,
} from "#net/wire/ipv4-option-data.ts";
import { parseIpv4, parseIpv4Header, verifiesIpv4Checksum } from "#net/wire/ipv4.ts";
import { parseIpv6Address, readIpv6Address } from "#net/wire/ipv6-address.ts";
import { parseIpv6Options, walkExtensionHeaders } from "#net/wire/ipv6-extensions.ts";
import { parseIpv6, parseIpv6Header } from "#net/wire/ipv6.ts";
import { parseMac, readMac } from "#net/wire/mac.ts";
import {
  linkLayerAddress,
  linkMtu,
  parseNdpOptions,
  prefixInformation,
  recursiveDnsServers,
} from "#net/wire/ndp-options.ts";
import { parseNdp } from "#net/wire/ndp.ts";
import {
  parseAddressWithLength,
  parseIpAddress,
  parsePrefix,
  readAddressWithLength,
  readIpAddress,
  readPrefix,
} from "#net/wire/prefix.ts";
import { parseTcpOptions, readTcpOptions } from "#net/wire/tcp-options.ts";
import { parseTcp } from "#net/wire/tcp.ts";
import { parseUdp, parseUdpHeader } from "#net/wire/udp.ts";
import { parseVxlan } from "#net/wire/vxlan.ts";
import { layoutParsers } from "./layouts.ts";
import type { FuzzedParser } from "./parser.ts";
import { nodeParsers } from "./nodes.ts";
import { stackParsers } from "./stack.ts";

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");

/** The options of a list that was read, each given to `read`. */
const each = <Option>(
  list: { readonly ok: true; readonly value: readonly Option[] } | { readonly ok: false },
  read: (option: Option) => unknown,
): unknown[] => (list.ok ? list.value.map(read) : []);
const withData =
  (read: (option: PlacedIpv4Option) => unknown) =>
  (area: Uint8Array): unknown =>
    each(parseIpv4Options(area), (option) => (isSingleByte(option.type) ? null : read(option)));

/** A name may be four characters a byte, and two bytes may point to one of 255. */
const names = 600;

/** Everything in `src/net` that takes bytes or text from outside. */
export const parsers: readonly FuzzedParser[] = [
  { name: "parseEthernet", layer: "ethernet", parse: parseEthernet },
  { name: "splitFcs", layer: "ethernet", parse: splitFcs },
  { name: "parseArp", layer: "arp", parse: parseArp },
  { name: "parseArpMessage", layer: "arp", parse: parseArpMessage },
  { name: "parseIpv4Header", layer: "ipv4", parse: parseIpv4Header },
  { name: "parseIpv4", layer: "ipv4", parse: parseIpv4 },
  { name: "verifiesIpv4Checksum", layer: "ipv4", parse: verifiesIpv4Checksum },
  { name: "parseIpv4Options", layer: "ipv4-options", parse: parseIpv4Options },
  { name: "parseRouteData", layer: "ipv4-options", parse: withData(parseRouteData) },
  { name: "parseTimestampData", layer: "ipv4-options", parse: withData(parseTimestampData) },
  { name: "parseRouterAlertData", layer: "ipv4-options", parse: withData(parseRouterAlertData) },
  { name: "ipv4OptionFault", layer: "ipv4-options", parse: withData(ipv4OptionFault) },
  { name: "parseIpv6Header", layer: "ipv6", parse: parseIpv6Header },
  { name: "parseIpv6", layer: "ipv6", parse: parseIpv6 },
  { name: "walkExtensionHeaders", layer: "ipv6", parse: walkExtensionHeaders },
  { name: "parseIpv6Options", layer: "ipv6-options", parse: parseIpv6Options },
  { name: "parseIcmpv4", layer: "icmpv4", parse: parseIcmpv4 },
  { name: "readIcmpv4", layer: "icmpv4", parse: (bytes) => mapped(parseIcmpv4(bytes), readIcmpv4) },
  { name: "parseIcmpv6", layer: "icmpv6", parse: parseIcmpv6 },
  { name: "readIcmpv6", layer: "icmpv6", parse: (bytes) => mapped(parseIcmpv6(bytes), readIcmpv6) },
  { name: "parseNdp", layer: "icmpv6", parse: (bytes) => mapped(parseIcmpv6(bytes), parseNdp) },
  { name: "parseNdpOptions", layer: "ndp-options", parse: parseNdpOptions },
  {
    name: "prefixInformation",
    layer: "ndp-options",
    parse: (area) => each(parseNdpOptions(area), prefixInformation),
  },
  {
    name: "recursiveDnsServers",
    layer: "ndp-options",
    parse: (area) => each(parseNdpOptions(area), recursiveDnsServers),
  },
  { name: "linkMtu", layer: "ndp-options", parse: (area) => each(parseNdpOptions(area), linkMtu) },
  {
    name: "linkLayerAddress",
    layer: "ndp-options",
    parse: (area) => each(parseNdpOptions(area), linkLayerAddress),
  },
  { name: "parseUdpHeader", layer: "udp", parse: parseUdpHeader },
  { name: "parseUdp", layer: "udp", parse: parseUdp },
  { name: "parseTcp", layer: "tcp", parse: parseTcp },
  { name: "parseTcpOptions", layer: "tcp-options", parse: parseTcpOptions },
  {
    name: "readTcpOptions",
    layer: "tcp-options",
    parse: (area) => mapped(parseTcpOptions(area), readTcpOptions),
  },
  { name: "parseDns", layer: "dns", parse: parseDns, growth: names },
  { name: "ednsOf", layer: "dns", parse: (bytes) => mapped(parseDns(bytes), ednsOf) },
  { name: "decodeName", layer: "dns", parse: (bytes) => decodeName(bytes, Math.min(12, bytes.length)) },
  {
    name: "parseRecordData",
    layer: "dns",
    // The first two bytes choose the type and where the data begins.
    parse: ([type = 0, start = 0, ...rest]) => {
      const message = Uint8Array.from(rest);
      return parseRecordData(message, type, Math.min(start, message.length), message.length);
    },
    growth: names,
  },
  { name: "parseDhcp", layer: "dhcp", parse: parseDhcp },
  { name: "parseDhcpOptions", layer: "dhcp", parse: (bytes) => parseDhcpOptions(bytes, 0) },
  { name: "dhcpTypeOf", layer: "dhcp", parse: (bytes) => mapped(parseDhcp(bytes), dhcpTypeOf) },
  { name: "parseVxlan", layer: "vxlan", parse: parseVxlan },
  { name: "readPcap", layer: "capture-file", parse: readPcap },
  { name: "readPcapng", layer: "pcapng-file", parse: readPcapng },
  { name: "parseMac", layer: "text", parse: (bytes) => parseMac(text(bytes)) },
  { name: "parseIpv4Address", layer: "text", parse: (bytes) => parseIpv4Address(text(bytes)) },
  { name: "parseIpv6Address", layer: "text", parse: (bytes) => parseIpv6Address(text(bytes)) },
  { name: "parseIpAddress", layer: "text", parse: (bytes) => parseIpAddress(text(bytes)) },
  { name: "parseAddressWithLength", layer: "text", parse: (bytes) => parseAddressWithLength(text(bytes)) },
  { name: "parsePrefix", layer: "text", parse: (bytes) => parsePrefix(text(bytes)) },
  { name: "readMac", layer: "text", parse: (bytes) => readMac(text(bytes)) },
  { name: "readIpv4Address", layer: "text", parse: (bytes) => readIpv4Address(text(bytes)) },
  { name: "readIpv6Address", layer: "text", parse: (bytes) => readIpv6Address(text(bytes)) },
  { name: "readIpAddress", layer: "text", parse: (bytes) => readIpAddress(text(bytes)) },
  { name: "readAddressWithLength", layer: "text", parse: (bytes) => readAddressWithLength(text(bytes)) },
  { name: "readPrefix", layer: "text", parse: (bytes) => readPrefix(text(bytes)) },
  { name: "readNameLabels", layer: "text", parse: (bytes) => readNameLabels(text(bytes)) },
  { name: "readHex", layer: "text", parse: (bytes) => readHex(text(bytes)) },
  { name: "nameLabels", layer: "text", parse: (bytes) => nameLabels(text(bytes)) },
  { name: "parseFtpLine", layer: "text", parse: (bytes) => parseFtpLine(text(bytes)) },
  { name: "encodeName", layer: "text", parse: (bytes) => encodeName(text(bytes)) },
  { name: "fromHex", layer: "text", parse: (bytes) => fromHex(text(bytes)) },
  ...layoutParsers,
  ...stackParsers,
  ...nodeParsers,
];

function mapped<Read, Value>(
  result: { readonly ok: true; readonly value: Read } | { readonly ok: false },
  read: (value: Read) => Value,
): Value | null {
  return result.ok ? read(result.value) : null;
}
