import { z } from "zod";
import { toHex } from "#net/bytes/hex.ts";
import type { Result } from "#net/bytes/result.ts";
import { formatIpv4Address } from "#net/wire/address.ts";
import { emitArp, parseArp } from "#net/wire/arp.ts";
import { emitEthernet, etherType, parseEthernet } from "#net/wire/ethernet.ts";
import { ipProtocol } from "#net/wire/ip-protocol.ts";
import { formatIpv6Address } from "#net/wire/ipv6-address.ts";
import { walkExtensionHeaders } from "#net/wire/ipv6-extensions.ts";
import { emitIpv6, parseIpv6 } from "#net/wire/ipv6.ts";
import { isSingleByte, ipv4OptionType, parseIpv4Options } from "#net/wire/ipv4-options.ts";
import {
  emitIpv4,
  parseIpv4,
  parseIpv4Header,
  verifiesIpv4Checksum,
  type Ipv4Header,
} from "#net/wire/ipv4.ts";
import { formatMac } from "#net/wire/mac.ts";
import type { IpEnds } from "#net/wire/pseudo-header.ts";
import { same, type Check, type Report } from "../suite.ts";
import { again, refused, transportChecks, type Row } from "./captures-transport.ts";
import type { CaptureFrame } from "./capture-frames.ts";
import { networkLayerOf } from "./link-layers.ts";

const rows = z.array(z.record(z.string(), z.union([z.string(), z.array(z.string())])));

/** What is compared of the frame `index`, from 0; what it fails on becomes its failure. */
export type FrameChecks = (frame: CaptureFrame, row: Row, index: number) => readonly Check[];

/** Every frame of a capture: read, written again byte for byte, its checksums verified, compared with tshark's row. */
export function runCapture(
  document: unknown,
  frames: readonly CaptureFrame[],
  checksOf: FrameChecks = fieldChecks,
): Report {
  const list = rows.parse(document).map((row) => new Map(Object.entries(row)));
  const failures: { input: unknown; checks: Check[] }[] = [];
  if (list.length !== frames.length) throw new Error("the capture and its rows differ in length");
  for (const [i, frame] of frames.entries()) {
    const row: Row = { get: (name) => outermost(list[i]?.get(name)) };
    const wrong = checksOf(frame, row, i).filter(({ expected, actual }) => expected !== actual);
    if (wrong.length > 0) failures.push({ input: { frame: i + 1, hex: toHex(frame.data) }, checks: wrong });
  }
  return { passed: list.length - failures.length, notScored: 0, failures, faulty: [] };
}

/** Of a header inside an ICMP error or a tunnel tshark gives a second value. */
const outermost = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value[0] : value;

export const fieldChecks = ({ time, data, originalLength, linkType }: CaptureFrame, row: Row): Check[] => [
  same("frame.time_epoch", row.get("frame.time_epoch"), time),
  same("frame.len", row.get("frame.len"), String(originalLength)),
  ...frameChecks(data, linkType, row, data.length < originalLength),
];

function frameChecks(bytes: Uint8Array, linkType: number, row: Row, cut: boolean): Check[] {
  if (linkType !== 1) {
    const { type, payload } = networkLayerOf(linkType, bytes);
    return networkChecks(type, payload, row, cut);
  }
  const frame = parseEthernet(bytes);
  if (!frame.ok) return [refused("Ethernet", frame.error.code)];
  const { destination, source, tags, etherType: type, payload } = frame.value;
  return [
    again("Ethernet", bytes, emitEthernet(frame.value)),
    same("eth.src", row.get("eth.src"), formatMac(source)),
    same("eth.dst", row.get("eth.dst"), formatMac(destination)),
    same("eth.type", row.get("eth.type"), hex(tags[0]?.tpid ?? type ?? 0, 4)),
    ...networkChecks(type, payload, row, cut),
  ];
}

function networkChecks(type: number | null, payload: Uint8Array, row: Row, cut: boolean): Check[] {
  if (type === etherType.ipv4) return ipv4Checks(payload, row, cut);
  if (type === etherType.ipv6) return ipv6Checks(payload, row);
  return type === etherType.arp ? arpChecks(payload, row) : [];
}

function arpChecks(bytes: Uint8Array, row: Row): Check[] {
  const arp = parseArp(bytes);
  if (!arp.ok) return [refused("ARP", arp.error.code)];
  const { operation, senderMac, senderIp, targetMac, targetIp } = arp.value;
  return [
    again("ARP", bytes.subarray(0, 28), emitArp(arp.value)),
    same("arp.opcode", row.get("arp.opcode"), String(operation)),
    same("arp.src.hw_mac", row.get("arp.src.hw_mac"), formatMac(senderMac)),
    same("arp.src.proto_ipv4", row.get("arp.src.proto_ipv4"), formatIpv4Address(senderIp)),
    same("arp.dst.hw_mac", row.get("arp.dst.hw_mac"), formatMac(targetMac)),
    same("arp.dst.proto_ipv4", row.get("arp.dst.proto_ipv4"), formatIpv4Address(targetIp)),
  ];
}

const hex = (value: number, digits: number): string => `0x${value.toString(16).padStart(digits, "0")}`;

function ipv4Checks(bytes: Uint8Array, row: Row, cut: boolean): Check[] {
  const parsed = parseIpv4Header(bytes);
  if (!parsed.ok) return [refused("IPv4", parsed.error.code)];
  const p = parsed.value;
  const routed = isSourceRouted(p);
  const flags = (p.reserved ? 4 : 0) | (p.df ? 2 : 0) | (p.mf ? 1 : 0);
  const ends = { source: p.source, destination: p.destination };
  return [
    same("ip.checksum.status", row.get("ip.checksum.status"), verifiesIpv4Checksum(bytes) ? "1" : "0"),
    same("ip.src", row.get("ip.src"), formatIpv4Address(p.source)),
    // With a source route tshark gives the final destination.
    ...(routed ? [] : [same("ip.dst", row.get("ip.dst"), formatIpv4Address(p.destination))]),
    same("ip.hdr_len", row.get("ip.hdr_len"), String(p.headerBytes)),
    same("ip.dsfield", row.get("ip.dsfield"), hex((p.dscp << 2) | p.ecn, 2)),
    same("ip.len", row.get("ip.len"), String(p.totalLength)),
    same("ip.id", row.get("ip.id"), hex(p.identification, 4)),
    same("ip.flags", row.get("ip.flags"), hex(flags, 2)),
    same("ip.frag_offset", row.get("ip.frag_offset"), String(p.fragmentOffset / 8)),
    same("ip.ttl", row.get("ip.ttl"), String(p.ttl)),
    same("ip.proto", row.get("ip.proto"), String(p.protocol)),
    same("ip.checksum", row.get("ip.checksum"), hex(p.checksum, 4)),
    // The header is all that can be judged of a frame that the capture cut (pmtud4-tcp keeps 128 bytes).
    ...(cut ? [] : ipv4PayloadChecks(bytes, routed ? null : ends, row)),
  ];
}

function ipv4PayloadChecks(bytes: Uint8Array, ends: IpEnds | null, row: Row): Check[] {
  const parsed = parseIpv4(bytes);
  if (!parsed.ok) return [refused("IPv4", parsed.error.code)];
  const { totalLength, mf, fragmentOffset, protocol, payload } = parsed.value;
  return [
    again("IPv4", bytes.subarray(0, totalLength), emitIpv4(parsed.value)),
    ...(mf || fragmentOffset > 0 ? [] : transportChecks(protocol, payload, ends, row)),
  ];
}

/** The pseudo-header of a source-routed datagram holds the final destination, not the one in the header. */
function isSourceRouted({ options }: Ipv4Header): boolean {
  const list = parseIpv4Options(options);
  const routes: readonly number[] = [ipv4OptionType.looseSourceRoute, ipv4OptionType.strictSourceRoute];
  return list.ok && list.value.some(({ type }) => !isSingleByte(type) && routes.includes(type));
}

const codeOf = (result: Result<unknown>): string | undefined => (result.ok ? undefined : result.error.code);

function ipv6Checks(bytes: Uint8Array, row: Row): Check[] {
  const parsed = parseIpv6(bytes);
  const chain = walkExtensionHeaders(bytes);
  if (!parsed.ok || !chain.ok) return [refused("IPv6", codeOf(parsed) ?? codeOf(chain))];
  const p = parsed.value;
  const { headers, upper, upperOffset } = chain.value;
  const fragment = headers.find((header) => header.kind === "fragment");
  const routing = headers.find((header) => header.kind === "routing");
  const end = 40 + p.payloadLength;
  // With segments left, the pseudo-header has the last of them (RFC 8200 §8.1).
  const last = routing !== undefined && routing.segmentsLeft > 0 ? routing.addresses.at(-1) : undefined;
  const ends = { source: p.source, destination: last ?? p.destination };
  return [
    again("IPv6", bytes.subarray(0, end), emitIpv6(p)),
    same("ipv6.src", row.get("ipv6.src"), formatIpv6Address(p.source)),
    same("ipv6.dst", row.get("ipv6.dst"), formatIpv6Address(p.destination)),
    same("ipv6.plen", row.get("ipv6.plen"), String(p.payloadLength)),
    same("ipv6.nxt", row.get("ipv6.nxt"), String(p.nextHeader)),
    same("ipv6.hlim", row.get("ipv6.hlim"), String(p.hopLimit)),
    same("ipv6.flow", row.get("ipv6.flow"), hex(p.flowLabel, 6)),
    ...(fragment === undefined
      ? transportChecks(
          upper,
          bytes.subarray(upperOffset, end),
          upper === ipProtocol.noNextHeader ? null : ends,
          row,
        )
      : [
          same("ipv6.fraghdr.offset", row.get("ipv6.fraghdr.offset"), String(fragment.fragmentOffset / 8)),
          same("ipv6.fraghdr.more", row.get("ipv6.fraghdr.more"), fragment.more ? "1" : "0"),
          same("ipv6.fraghdr.ident", row.get("ipv6.fraghdr.ident"), hex(fragment.identification, 8)),
        ]),
  ];
}
