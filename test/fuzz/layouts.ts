import type { Layout } from "#net/bytes/layout.ts";
import { arpFrameLayout } from "#net/wire/arp-frame-layout.ts";
import { arpLayout } from "#net/wire/arp-layout.ts";
import { dhcpLayout } from "#net/wire/dhcp-layout.ts";
import { dnsLayout } from "#net/wire/dns-layout.ts";
import { ethernetLayout } from "#net/wire/ethernet-layout.ts";
import { icmpv4Layout, icmpv6Layout } from "#net/wire/icmp-layout.ts";
import { ipv4Layout } from "#net/wire/ipv4-layout.ts";
import { ipv4OptionsLayout } from "#net/wire/ipv4-options-layout.ts";
import { ipv6ChainLayout } from "#net/wire/ipv6-chain-layout.ts";
import { ipv6Layout } from "#net/wire/ipv6-layout.ts";
import { tcpLayout } from "#net/wire/tcp-layout.ts";
import { udpLayout } from "#net/wire/udp-layout.ts";
import { vxlanLayout } from "#net/wire/vxlan.ts";
import type { FuzzedParser, Layer } from "./parser.ts";

/** A list of fields with their names, texts and sections is large beside a field of one byte. */
const perByte = 400;

const fuzzed = (name: string, layer: Layer, layout: Layout): FuzzedParser => ({
  name,
  layer,
  parse: (bytes) => layout.fields(bytes),
  growth: perByte,
});

/** What names the fields of a message: of a damaged one too. */
export const layoutParsers: readonly FuzzedParser[] = [
  fuzzed("ethernetLayout", "ethernet", ethernetLayout),
  fuzzed("arpLayout", "arp", arpLayout),
  fuzzed("arpFrameLayout", "ethernet", arpFrameLayout),
  fuzzed("ipv4Layout", "ipv4", ipv4Layout),
  fuzzed("ipv4OptionsLayout", "ipv4-options", ipv4OptionsLayout),
  fuzzed("ipv6Layout", "ipv6", ipv6Layout),
  fuzzed("ipv6ChainLayout", "ipv6", ipv6ChainLayout),
  fuzzed("icmpv4Layout", "icmpv4", icmpv4Layout),
  fuzzed("icmpv6Layout", "icmpv6", icmpv6Layout),
  fuzzed("udpLayout", "udp", udpLayout),
  fuzzed("tcpLayout", "tcp", tcpLayout),
  fuzzed("dnsLayout", "dns", dnsLayout),
  fuzzed("dhcpLayout", "dhcp", dhcpLayout),
  fuzzed("vxlanLayout", "vxlan", vxlanLayout),
];
