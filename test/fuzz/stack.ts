import { answerClosedPort } from "#net/stack/closed-ports.ts";
import { receiveArp } from "#net/stack/arp-reception.ts";
import { answerIpv4 } from "#net/stack/ipv4-answers.ts";
import { forwardIpv4 } from "#net/stack/ipv4-forwarding.ts";
import { fragmentIpv4 } from "#net/stack/ipv4-fragmentation.ts";
import { receiveIpv4Fragment } from "#net/stack/ipv4-reassembly.ts";
import { answerIpv6 } from "#net/stack/ipv6-answers.ts";
import { forwardIpv6 } from "#net/stack/ipv6-forwarding.ts";
import { parseIpv6FragmentHeader } from "#net/stack/ipv6-fragment-header.ts";
import { findFragmentHeader } from "#net/stack/ipv6-per-fragment.ts";
import { receiveIpv6Fragment } from "#net/stack/ipv6-reassembly.ts";
import { readReply } from "#net/stack/dns-reply.ts";
import { natPacketInbound, natPacketOutbound } from "#net/stack/nat-box.ts";
import { rewriteIpv4Ends } from "#net/stack/nat-rewrite.ts";
import { emptyNatState } from "#net/stack/nat-state.ts";
import { natLifetimes } from "#net/stack/nat.ts";
import { segmentArrives } from "#net/stack/tcp/arrival.ts";
import { listen } from "#net/stack/tcp/calls.ts";
import { parseDns } from "#net/wire/dns.ts";
import { parseTcp } from "#net/wire/tcp.ts";
import { redirectedRoute } from "#net/stack/ndp-redirect.ts";
import { receiveNdp } from "#net/stack/ndp-reception.ts";
import type { Arrival, RouterState } from "#net/stack/router.ts";
import { parseArp } from "#net/wire/arp.ts";
import { ipProtocol } from "#net/wire/ip-protocol.ts";
import { parseIpv6 } from "#net/wire/ipv6.ts";
import { parseAddressWithLength } from "#net/wire/prefix.ts";
import type { FuzzedParser } from "./parser.ts";

const wide = (text: string) => {
  const address = parseAddressWithLength(text);
  if (address === null) throw new Error(text);
  return address;
};

/** Every address of the captures is its neighbour: most packets go on through all its rules. */
const router: RouterState = {
  forwarding: true,
  interfaces: [
    { name: "e0", up: true, mtu: 600, addresses: [wide("10.1.10.1/1"), wide("2001:db8::1/16")] },
    { name: "e1", up: true, mtu: 1280, addresses: [wide("192.168.0.1/2"), wide("fd00::1/8")] },
  ],
  routes: [],
};
const arrival: Arrival = { interface: "e0", linkBroadcast: false };
const self = { mac: 0x02_00_00_00_00_01, addresses: [0x0a01_0a01], isRouter: true };
/** The box of the NAT captures. */
const nat = {
  outside: 0xcb00_7101,
  inside: { version: 4, network: 0xc0a8_0000n, length: 16 },
  ports: null,
  forwards: [{ protocol: ipProtocol.tcp, port: 8080, to: 0xc0a8_320a, toPort: 80 }],
  ...natLifetimes,
} as const;
const server = { localPort: 80, remotePort: 0, iss: 1, rcvWnd: 1000, mss: 100, windowScale: 7 };
const ends = { source: 0x0a01_0a02, destination: 0x0a01_0a01 };
const icmp = { identification: 1, timestamp: 0 };

/** What a node does with a packet from a stranger. */
export const stackParsers: readonly FuzzedParser[] = [
  { name: "forwardIpv4", layer: "ipv4", parse: (bytes) => forwardIpv4(router, arrival, bytes, icmp) },
  { name: "forwardIpv6", layer: "ipv6", parse: (bytes) => forwardIpv6(router, arrival, bytes) },
  { name: "answerIpv4", layer: "ipv4", parse: (bytes) => answerIpv4(router, arrival, bytes, 1) },
  { name: "answerIpv6", layer: "ipv6", parse: (bytes) => answerIpv6(router, arrival, bytes) },
  { name: "fragmentIpv4", layer: "ipv4", parse: (bytes) => fragmentIpv4(bytes, 68) },
  { name: "receiveIpv4Fragment", layer: "ipv4", parse: (bytes) => receiveIpv4Fragment(new Map(), bytes, 0) },
  { name: "receiveIpv6Fragment", layer: "ipv6", parse: (bytes) => receiveIpv6Fragment(new Map(), bytes, 0) },
  {
    name: "parseIpv6FragmentHeader",
    layer: "ipv6",
    parse: (bytes) => {
      const found = findFragmentHeader(bytes);
      return found.ok && found.value !== null ? parseIpv6FragmentHeader(bytes, found.value.end) : found;
    },
  },
  {
    name: "receiveArp",
    layer: "arp",
    parse: (bytes) => {
      const arp = parseArp(bytes);
      return arp.ok ? receiveArp(new Map(), self, arp.value, 0) : null;
    },
  },
  {
    name: "receiveNdp",
    layer: "ipv6",
    parse: (bytes) => receiveNdp(new Map(), { ...self, addresses: [0xfe80n << 112n] }, bytes, 0),
  },
  {
    name: "natPacketOutbound",
    layer: "ipv4",
    // Twice, the second time as a packet of a dialogue that is known.
    parse: (bytes) => {
      const { state } = natPacketOutbound(nat, emptyNatState, bytes, 0, 0);
      return natPacketOutbound(nat, state, bytes, 0, 0);
    },
  },
  {
    name: "natPacketInbound",
    layer: "ipv4",
    parse: (bytes) => natPacketInbound(nat, emptyNatState, bytes, 0),
  },
  {
    name: "redirectedRoute",
    layer: "ipv6",
    // A host that hears every packet from the router that it uses.
    parse: (bytes) => {
      const packet = parseIpv6(bytes);
      if (!packet.ok) return packet;
      const gateway = { version: 6, value: packet.value.source } as const;
      const all = { version: 6, network: 0n, length: 0 } as const;
      const route = { kind: "unicast", destination: all, metric: 0, gateway, interface: "e0" } as const;
      return redirectedRoute({ interfaces: router.interfaces, routes: [route] }, bytes);
    },
  },
  { name: "rewriteIpv4Ends", layer: "ipv4", parse: (bytes) => rewriteIpv4Ends(bytes, ends) },
  {
    name: "segmentArrives",
    layer: "tcp",
    parse: (bytes) => {
      const segment = parseTcp(bytes);
      if (!segment.ok) return segment;
      const { connection } = segmentArrives(listen(server), segment.value, 0);
      return segmentArrives(connection, segment.value, 0);
    },
  },
  {
    name: "readReply",
    layer: "dns",
    parse: (bytes) => {
      const message = parseDns(bytes);
      const question = message.ok ? message.value.questions[0] : undefined;
      if (!message.ok || question === undefined) return message;
      return [true, false].map((authoritative) =>
        readReply({ ...message.value, authoritative }, question, ".", 8),
      );
    },
    growth: 600,
  },
  {
    name: "answerClosedPort (UDP)",
    layer: "udp",
    parse: (bytes) => answerClosedPort(ends, ipProtocol.udp, bytes),
  },
  {
    name: "answerClosedPort (TCP)",
    layer: "tcp",
    parse: (bytes) => answerClosedPort(ends, ipProtocol.tcp, bytes),
  },
];
