import { z } from "zod";
import { toHex } from "#net/bytes/hex.ts";
import type { Result } from "#net/bytes/result.ts";
import { fragmentIpv4 } from "#net/stack/ipv4-fragmentation.ts";
import { receiveIpv4Fragment } from "#net/stack/ipv4-reassembly.ts";
import { fragmentIpv6 } from "#net/stack/ipv6-fragmentation.ts";
import { parseIpv6FragmentHeader } from "#net/stack/ipv6-fragment-header.ts";
import { receiveIpv6Fragment } from "#net/stack/ipv6-reassembly.ts";
import { expireReassembly, type ReassemblyState } from "#net/stack/reassembly.ts";
import { ipProtocol } from "#net/wire/ip-protocol.ts";
import { isCopied, parseIpv4Options } from "#net/wire/ipv4-options.ts";
import { emitIpv4, parseIpv4 } from "#net/wire/ipv4.ts";
import { emitIpv6, ipv6HeaderBytes, parseIpv6 } from "#net/wire/ipv6.ts";
import { udpHeaderBytes } from "#net/wire/udp.ts";
import { bytesOf } from "../hex.ts";
import { same, vectors, type Suite } from "../suite.ts";

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.error.code} at byte ${result.error.offset}`);
  return result.value;
};
const placed = z.object({
  fragOffsetBytes: z.int(),
  more: z.boolean(),
  dataLength: z.int(),
  totalLength: z.int(),
  headerLength: z.int(),
});
const sender4 = z.object({
  where: z.literal("sender"),
  mtu: z.int(),
  ipPayload: z.int(),
  fragments: z.array(placed),
  sameId: z.literal(true),
});
const router4 = z.object({
  where: z.literal("router"),
  mtu: z.int(),
  packetHex: z.string(),
  optionsHex: z.string(),
  fragments: z.array(placed.extend({ optionsHex: z.string(), ttl: z.int() })),
  dataIntact: z.literal(true),
});
const sender6 = z.object({
  where: z.literal("sender"),
  family: z.literal(6),
  mtu: z.int(),
  ipPayload: z.int(),
  fragments: z.array(
    z.union([
      z.object({
        fragOffsetBytes: z.int(),
        more: z.boolean(),
        dataLength: z.int(),
        payloadLength: z.int(),
      }),
      z.object({ unfragmented: z.literal(true), payloadLength: z.int() }),
    ]),
  ),
});

const place = (bytes: Uint8Array) => {
  const packet = value(parseIpv4(bytes));
  return {
    fragOffsetBytes: packet.fragmentOffset,
    more: packet.mf,
    dataLength: packet.payload.length,
    totalLength: packet.totalLength,
    headerLength: packet.headerBytes,
  };
};
const place6 = (bytes: Uint8Array) => {
  const { payloadLength, nextHeader } = value(parseIpv6(bytes));
  if (nextHeader !== ipProtocol.fragment) return { unfragmented: true, payloadLength };
  const { fragmentOffset, more } = parseIpv6FragmentHeader(bytes, ipv6HeaderBytes);
  return { fragOffsetBytes: fragmentOffset, more, dataLength: payloadLength - 8, payloadLength };
};
const counted = (length: number): Uint8Array => Uint8Array.from({ length }, (_, i) => i);

/** Of later fragments the options without the copied bit are free: left out here. */
const copiedOptions = (area: string): string[] =>
  value(parseIpv4Options(bytesOf(area)))
    .filter(({ type }) => isCopied(type))
    .map(({ type, data }) => `${type} ${toHex(data)}`);

const fragmentation = vectors(z.union([sender6, sender4, router4]), (vector) => {
  if ("family" in vector) {
    const packet = emitIpv6({
      trafficClass: 0,
      flowLabel: 0,
      nextHeader: ipProtocol.udp,
      hopLimit: 64,
      source: 1n,
      destination: 2n,
      payload: counted(vector.ipPayload),
    });
    return [
      same("fragments", vector.fragments, value(fragmentIpv6(value(packet), vector.mtu, 7)).map(place6)),
    ];
  }
  if (vector.where === "sender") {
    const packet = emitIpv4({
      dscp: 0,
      ecn: 0,
      identification: 7,
      df: false,
      mf: false,
      fragmentOffset: 0,
      ttl: 64,
      protocol: ipProtocol.udp,
      source: 1,
      destination: 2,
      options: new Uint8Array(),
      payload: counted(vector.ipPayload),
    });
    return [same("fragments", vector.fragments, value(fragmentIpv4(value(packet), vector.mtu)).map(place))];
  }
  const packet = bytesOf(vector.packetHex);
  const fragments = value(fragmentIpv4(packet, vector.mtu));
  const parsed = fragments.map((bytes) => value(parseIpv4(bytes)));
  return [
    same(
      "fragments",
      vector.fragments.map((fragment) => placed.parse(fragment)),
      fragments.map(place),
    ),
    same("options of the first", vector.fragments[0]?.optionsHex, toHex(parsed[0]?.options ?? packet)),
    ...vector.fragments.map((fragment, i) =>
      same(
        `copied options of fragment ${i}`,
        copiedOptions(fragment.optionsHex),
        copiedOptions(toHex(parsed[i]?.options ?? packet)),
      ),
    ),
    same(
      "data",
      toHex(value(parseIpv4(packet)).payload),
      parsed.map(({ payload }) => toHex(payload)).join(""),
    ),
  ];
});

const icmp = z.object({ type: z.int(), code: z.int() });
const sequence = z.object({
  family: z.union([z.literal(4), z.literal(6)]),
  case: z.string(),
  packets: z.array(z.string()),
  delivered: z.array(z.string()),
  scored: z.boolean(),
  immediateIcmp: z.array(icmp.extend({ pointer: z.int() })).default([]),
  afterTimeout: z
    .array(icmp.extend({ quotedFirst28Hex: z.string() }))
    .nullable()
    .default(null),
});

const reassembly = vectors(sequence, (vector) => {
  if (!vector.scored) return [];
  const receive = vector.family === 4 ? receiveIpv4Fragment : receiveIpv6Fragment;
  let state: ReassemblyState = new Map();
  const delivered: string[] = [];
  const errors: unknown[] = [];
  for (const [i, hex] of vector.packets.entries()) {
    const { outcome, ...after } = receive(state, bytesOf(hex), i, 1000);
    state = after.state;
    if (outcome.kind === "complete") delivered.push(udpPayload(vector.family, outcome.packet));
    if ("problem" in outcome) errors.push({ type: 4, ...outcome.problem });
  }
  const { firstFragments } = expireReassembly(state, vector.packets.length + 1000);
  const [type, code] = vector.family === 4 ? [11, 1] : [3, 1];
  return [
    same("delivered", vector.delivered, delivered),
    same("ICMP errors", vector.immediateIcmp, errors),
    ...(vector.afterTimeout === null
      ? []
      : [
          same(
            "ICMP errors after the time-out",
            vector.afterTimeout,
            // The oracle kept 28 bytes over IPv4 and 48 over IPv6.
            firstFragments.map((bytes) => ({
              type,
              code,
              quotedFirst28Hex: toHex(bytes.subarray(0, vector.family === 4 ? 28 : 48)),
            })),
          ),
        ]),
  ];
});

const udpPayload = (family: 4 | 6, packet: Uint8Array): string =>
  toHex(
    value<{ payload: Uint8Array }>(family === 4 ? parseIpv4(packet) : parseIpv6(packet)).payload.subarray(
      udpHeaderBytes,
    ),
  );

export const netFragments: Readonly<Record<string, Suite>> = {
  "net/fragmentation.json": fragmentation,
  "net/reassembly.json": reassembly,
};
