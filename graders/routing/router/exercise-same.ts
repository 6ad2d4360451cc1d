import { z } from "zod";
import { concatBytes, equalBytes } from "#net/bytes/byte-string.ts";
import { verifiesChecksum } from "#net/wire/checksum.ts";
import { icmpHeaderBytes } from "#net/wire/icmpv4.ts";
import { ipProtocol } from "#net/wire/ip-protocol.ts";
import { ipv4HeaderEnd, parseIpv4, verifiesIpv4Checksum, type Ipv4Packet } from "#net/wire/ipv4.ts";
import { badHeader, needsFragmentation } from "./exercise-reference.ts";

/** With everything quoted that fits (RFC 1812 §4.3.2.3). */
const longestError = 576;

const bytes = z.instanceof(Uint8Array);
const action = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("transmit"), iface: z.string(), dstMac: z.string(), packet: bytes }),
  z.strictObject({ kind: z.literal("icmp"), iface: z.string(), dstMac: z.string(), packet: bytes }),
  z.strictObject({ kind: z.literal("resolve"), iface: z.string(), ip: z.string() }),
  z.strictObject({ kind: z.literal("deliver"), packet: bytes }),
  z.strictObject({ kind: z.literal("drop"), reason: z.string() }),
]);

type Judge = (expected: Uint8Array, actual: Uint8Array, received: Uint8Array) => boolean;

/** The rulings of 09.5: padding is free, reasons without a name too, and so is what an error may choose. */
export const sameAction = (expected: RouterAction, actual: unknown, received: Uint8Array): boolean =>
  same(expected, actual, received, equalPackets);

/** Stage 1 looks where a packet goes, not how old it is. */
export const sameWay = (expected: RouterAction, actual: unknown, received: Uint8Array): boolean =>
  same(expected, actual, received, (a, b) => equalPackets(ageless(a), ageless(b)));

function same(expected: RouterAction, actual: unknown, received: Uint8Array, equal: Judge): boolean {
  const parsed = action.safeParse(actual);
  if (!parsed.success || parsed.data.kind !== expected.kind) return false;
  const got = parsed.data;
  if (expected.kind === "drop" || got.kind === "drop") {
    const named = expected.kind === "drop" && [badHeader, needsFragmentation].includes(expected.reason);
    return !named || (got.kind === "drop" && got.reason === expected.reason);
  }
  if (expected.kind === "resolve" || got.kind === "resolve")
    return JSON.stringify(expected, keys) === JSON.stringify(got, keys);
  if (expected.kind === "deliver" || got.kind === "deliver") return equalPackets(expected.packet, got.packet);
  const judge = expected.kind === "icmp" ? equalErrors : equal;
  return (
    expected.iface === got.iface &&
    expected.dstMac === got.dstMac &&
    judge(expected.packet, got.packet, received)
  );
}

/** The members of `resolve`, in an order of their own. */
const keys = ["iface", "ip", "kind"];

/** Up to Total Length, with or without the padding of the frame. */
const equalPackets = (a: Uint8Array, b: Uint8Array): boolean =>
  equalBytes(unpadded(a), unpadded(b)) && b.length <= a.length;

function unpadded(packet: Uint8Array): Uint8Array {
  const parsed = parseIpv4(packet);
  return parsed.ok ? packet.subarray(0, parsed.value.totalLength) : packet;
}

/** Without TTL and Header Checksum. */
const ageless = (packet: Uint8Array): Uint8Array =>
  packet.map((byte, at) => (at === 8 || at === 10 || at === 11 ? 0 : byte));

/** Two errors that say the same: the identification is free, and the quotation may be longer than the shortest. */
function equalErrors(expected: Uint8Array, actual: Uint8Array, received: Uint8Array): boolean {
  const [a, b] = [parseIpv4(expected), parseIpv4(actual)];
  if (!a.ok || !b.ok || actual.length > longestError || b.value.totalLength !== actual.length) return false;
  const quoted = unpadded(received);
  const quote = b.value.payload.subarray(icmpHeaderBytes);
  return (
    verifiesIpv4Checksum(actual) &&
    verifiesChecksum(b.value.payload) &&
    equalBytes(headOf(a.value), headOf(b.value)) &&
    quote.length >= Math.min(ipv4HeaderEnd(quoted) + 8, quoted.length) &&
    equalBytes(quote, quoted.subarray(0, quote.length))
  );
}

/** What an error may not choose: fields of its header, type, code and second word. */
function headOf(packet: Ipv4Packet): Uint8Array {
  const { payload, headerBytes, dscp, ecn, ttl, protocol, df, mf, reserved, fragmentOffset } = packet;
  const flags = (df ? 1 : 0) | (mf ? 2 : 0) | (reserved ? 4 : 0) | (fragmentOffset > 0 ? 8 : 0);
  const addresses = new DataView(new ArrayBuffer(8));
  addresses.setUint32(0, packet.source);
  addresses.setUint32(4, packet.destination);
  return concatBytes(
    Uint8Array.of(headerBytes, dscp, ecn, ttl, protocol === ipProtocol.icmp ? 1 : 0, flags),
    new Uint8Array(addresses.buffer),
    payload.subarray(0, 2),
    payload.subarray(4, icmpHeaderBytes),
  );
}
