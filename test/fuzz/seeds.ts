import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readPcap } from "#net/capture/pcap.ts";
import { etherType, parseEthernet } from "#net/wire/ethernet.ts";
import { ipProtocol } from "#net/wire/ip-protocol.ts";
import { parseIpv4 } from "#net/wire/ipv4.ts";
import { walkExtensionHeaders } from "#net/wire/ipv6-extensions.ts";
import { ipv6HeaderBytes } from "#net/wire/ipv6.ts";
import { parseTcp } from "#net/wire/tcp.ts";
import { parseUdp } from "#net/wire/udp.ts";
import type { Layer } from "./parser.ts";

export type Seeds = Readonly<Record<Layer, readonly Uint8Array[]>>;

const captures = fileURLToPath(new URL("../conformance/data/captures", import.meta.url));

const pcapng = fileURLToPath(new URL("../conformance/data/pcapfile/editcap.pcapng", import.meta.url));

const texts = [
  "02:00:00:00:61:01",
  "192.168.0.1",
  "10.0.0.0/8",
  "2001:db8::ff00:42:8329",
  "::ffff:192.0.2.33",
  "2001:db8::/32",
  "www.example.com.",
  "a\\.b\\046c.example.",
  "PORT 10,0,1,5,212,49\r\n",
  "EPRT |1|10.0.1.5|54321|\r\n",
  "229 Entering Extended Passive Mode (|||54321|)\r\n",
];

const capturePath = /\.pcap$/;
const udpPorts = new Map<number, Layer>([
  [53, "dns"],
  [67, "dhcp"],
  [4789, "vxlan"],
]);
const ipLayers = new Map<number, Layer>([
  [ipProtocol.icmp, "icmpv4"],
  [ipProtocol.icmpv6, "icmpv6"],
  [ipProtocol.udp, "udp"],
  [ipProtocol.tcp, "tcp"],
]);

/** Every frame of the real captures, taken apart: the bytes from each header on, in the order of the files. */
export function loadSeeds(): Seeds {
  const seeds: Record<Layer, Uint8Array[]> = {
    ethernet: [],
    arp: [],
    ipv4: [],
    "ipv4-options": [],
    ipv6: [],
    "ipv6-options": [],
    icmpv4: [],
    icmpv6: [],
    "ndp-options": [],
    udp: [],
    tcp: [],
    "tcp-options": [],
    dns: [],
    dhcp: [],
    vxlan: [],
    "capture-file": [],
    "pcapng-file": [new Uint8Array(readFileSync(pcapng))],
    text: texts.map((line) => new Uint8Array(Buffer.from(line, "latin1"))),
  };
  for (const name of readdirSync(captures)
    .filter((file) => capturePath.test(file))
    .sort()) {
    const file = new Uint8Array(readFileSync(`${captures}/${name}`));
    seeds["capture-file"].push(file.slice(0, 2048));
    const capture = readPcap(file);
    if (!capture.ok) throw new Error(`${name}: ${capture.error.code}`);
    for (const { data } of capture.value.frames) takeApart(data, seeds);
  }
  return seeds;
}

function takeApart(frame: Uint8Array, seeds: Record<Layer, Uint8Array[]>): void {
  seeds.ethernet.push(frame);
  const ethernet = parseEthernet(frame);
  if (!ethernet.ok) return;
  const { etherType: type, payload } = ethernet.value;
  if (type === etherType.arp) seeds.arp.push(payload);
  if (type === etherType.ipv4) {
    seeds.ipv4.push(payload);
    const packet = parseIpv4(payload);
    if (!packet.ok) return;
    if (packet.value.options.length > 0) seeds["ipv4-options"].push(packet.value.options);
    if (packet.value.fragmentOffset === 0) takeUpper(packet.value.protocol, packet.value.payload, seeds);
  }
  if (type === etherType.ipv6) {
    seeds.ipv6.push(payload);
    const chain = walkExtensionHeaders(payload);
    if (!chain.ok) return;
    const { headers, upper, upperOffset } = chain.value;
    const [first] = headers;
    if (first?.kind === "options")
      seeds["ipv6-options"].push(payload.subarray(ipv6HeaderBytes + 2, first.offset + first.length));
    takeUpper(upper, payload.subarray(upperOffset), seeds);
  }
}

function takeUpper(protocol: number, bytes: Uint8Array, seeds: Record<Layer, Uint8Array[]>): void {
  const layer = ipLayers.get(protocol);
  if (layer === undefined) return;
  seeds[layer].push(bytes);
  // Solicitations and advertisements of neighbours have their options behind 24 bytes.
  if (layer === "icmpv6" && [135, 136].includes(bytes[0] ?? 0)) seeds["ndp-options"].push(bytes.subarray(24));
  const segment = layer === "tcp" ? parseTcp(bytes) : null;
  if (segment?.ok === true) seeds["tcp-options"].push(segment.value.options);
  const datagram = layer === "udp" ? parseUdp(bytes) : null;
  if (datagram?.ok !== true) return;
  const { sourcePort, destinationPort, payload } = datagram.value;
  const carried = udpPorts.get(destinationPort) ?? udpPorts.get(sourcePort);
  if (carried !== undefined) seeds[carried].push(payload);
}
