import { constantFrom, integer, oneof, record, tuple, uint8Array, type Arbitrary } from "fast-check";
import { readU16, readU32, readU8, writeU16, writeU32, writeU8 } from "../../net/bytes/big-endian.ts";
import { concatBytes } from "../../net/bytes/byte-string.ts";
import { formatIpv4Address, parseIpv4Address, type Ipv4Address } from "../../net/wire/address.ts";
import { arpOffsets, arpOperation, hardwareEthernet } from "../../net/wire/arp.ts";
import { ethernetHeader, ethernetOffsets, etherType } from "../../net/wire/ethernet.ts";
import { broadcastMac, formatMac, macFromBytes, parseMac, writeMac, type Mac } from "../../net/wire/mac.ts";
import { isBytes, towardEmpty } from "./bytes.ts";
import { ipv4AddressNumber, tenOne, tenTwo, towardAddress } from "./ipv4-address.ts";
import { macNumber, macOne, macTwo, towardMac } from "./mac.ts";
import { preferring, simplifyRecord, smallerNumbers, type Simplify } from "./simplify.ts";
import { withShrinks } from "./with-shrinks.ts";

/** A frame that may carry ARP, and the station that receives it. */
export type ArpArrival = [frame: Uint8Array, me: { ip: string; mac: string }];

/** Offsets in the whole frame. */
const at = {
  type: ethernetOffsets.tagOrType,
  hardwareType: ethernetHeader + arpOffsets.hardwareType,
  protocolType: ethernetHeader + arpOffsets.protocolType,
  hardwareLength: ethernetHeader + arpOffsets.hardwareLength,
  protocolLength: ethernetHeader + arpOffsets.protocolLength,
  operation: ethernetHeader + arpOffsets.operation,
  senderMac: 22,
  senderIp: 28,
  targetMac: 32,
  targetIp: 38,
  padding: 42,
} as const;

/** "me" stands for my address, so that the two stay equal when mine becomes simpler. */
type Sketch = {
  myIp: Ipv4Address;
  myMac: Mac;
  destination: Mac | "me";
  type: number;
  hardwareType: number;
  protocolType: number;
  hardwareLength: number;
  protocolLength: number;
  operation: number;
  /** Of the ARP message and of the frame. */
  senderMac: Mac;
  senderIp: Ipv4Address;
  targetMac: Mac;
  targetIp: Ipv4Address | "me";
  padding: Uint8Array;
};

/** Mostly `usual`, sometimes one of the others. */
const mostly = <T>(usual: T, ...others: readonly T[]): Arbitrary<T> =>
  oneof({ weight: 12, arbitrary: constantFrom(usual) }, { weight: 1, arbitrary: constantFrom(...others) });

const sketches: Arbitrary<Sketch> = record({
  myIp: ipv4AddressNumber,
  myMac: macNumber.station,
  destination: oneof(
    { weight: 5, arbitrary: constantFrom<Mac | "me">(broadcastMac, "me") },
    { weight: 1, arbitrary: macNumber.destination },
  ),
  type: mostly<number>(etherType.arp, etherType.ipv4, etherType.rarp),
  hardwareType: mostly(hardwareEthernet, 6, 0x0100),
  protocolType: mostly<number>(etherType.ipv4, etherType.ipv6, 0x0008),
  hardwareLength: mostly(6, 8, 4),
  protocolLength: mostly(4, 6, 16),
  operation: oneof(
    { weight: 6, arbitrary: constantFrom<number>(arpOperation.request) },
    { weight: 1, arbitrary: constantFrom(2, 3, 0x0100, 0) },
  ),
  senderMac: macNumber.station,
  senderIp: oneof({ weight: 6, arbitrary: ipv4AddressNumber }, { weight: 1, arbitrary: constantFrom(0) }),
  targetMac: oneof(constantFrom(0), macNumber.destination),
  targetIp: oneof(
    { weight: 4, arbitrary: constantFrom<Ipv4Address | "me">("me") },
    { weight: 1, arbitrary: ipv4AddressNumber },
  ),
  padding: oneof(constantFrom(new Uint8Array(), new Uint8Array(18)), uint8Array({ maxLength: 24 })),
});

function fromSketch(sketch: Sketch): ArpArrival {
  const { myIp, myMac, destination, senderMac, targetIp, padding } = sketch;
  const frame = new Uint8Array(at.padding);
  writeMac(frame, ethernetOffsets.destination, destination === "me" ? myMac : destination);
  writeMac(frame, ethernetOffsets.source, senderMac);
  writeU16(frame, at.type, sketch.type);
  writeU16(frame, at.hardwareType, sketch.hardwareType);
  writeU16(frame, at.protocolType, sketch.protocolType);
  writeU8(frame, at.hardwareLength, sketch.hardwareLength);
  writeU8(frame, at.protocolLength, sketch.protocolLength);
  writeU16(frame, at.operation, sketch.operation);
  writeMac(frame, at.senderMac, senderMac);
  writeU32(frame, at.senderIp, sketch.senderIp);
  writeMac(frame, at.targetMac, sketch.targetMac);
  writeU32(frame, at.targetIp, targetIp === "me" ? myIp : targetIp);
  return [concatBytes(frame, padding), { ip: formatIpv4Address(myIp), mac: formatMac(myMac) }];
}

/** Of at least 42 bytes. */
function toSketch([frame, me]: ArpArrival): Sketch {
  const myIp = parseIpv4Address(me.ip) ?? tenOne;
  const myMac = parseMac(me.mac) ?? macOne;
  const destination = macFromBytes(frame, ethernetOffsets.destination);
  const targetIp = readU32(frame, at.targetIp);
  return {
    myIp,
    myMac,
    destination: destination === myMac ? "me" : destination,
    type: readU16(frame, at.type),
    hardwareType: readU16(frame, at.hardwareType),
    protocolType: readU16(frame, at.protocolType),
    hardwareLength: readU8(frame, at.hardwareLength),
    protocolLength: readU8(frame, at.protocolLength),
    operation: readU16(frame, at.operation),
    senderMac: macFromBytes(frame, at.senderMac),
    senderIp: readU32(frame, at.senderIp),
    targetMac: macFromBytes(frame, at.targetMac),
    targetIp: targetIp === myIp ? "me" : targetIp,
    padding: frame.slice(at.padding),
  };
}

const rules: { readonly [K in keyof Sketch]: Simplify<Sketch[K]> } = {
  padding: towardEmpty,
  destination: preferring<Mac | "me">([broadcastMac, "me", 0x02_00_00_00_00_03]),
  type: preferring<number>([etherType.arp, etherType.ipv4]),
  hardwareType: preferring([hardwareEthernet, 6]),
  protocolType: preferring<number>([etherType.ipv4, etherType.ipv6]),
  hardwareLength: preferring([6, 8]),
  protocolLength: preferring([4, 6]),
  operation: preferring([1, 2], smallerNumbers),
  targetIp: preferring<Ipv4Address | "me">(["me", 0x0a00_0003]),
  targetMac: preferring([0]),
  senderMac: towardMac(macTwo),
  senderIp: towardAddress(tenTwo),
  myMac: towardMac(macOne),
  myIp: towardAddress(tenOne),
};

/**
 * Frames that arrive at a station: ARP requests and replies for it and for others, probes, announcements, wrong
 * formats, other protocols, cut frames, padding that is not zero. Shrinks to a broadcast request of 10.0.0.2 for
 * 10.0.0.1, 42 bytes. `accepts` is the exercise's domain.
 *
 * @example
 * generators: { arrivals: arpArrival((frame, me) => frame.length >= 42) }
 */
export function arpArrival(accepts: (args: ArpArrival) => boolean): Arbitrary<ArpArrival> {
  const isValid = (value: unknown): value is ArpArrival => isArrival(value) && accepts(value);
  const whole = sketches.map(fromSketch);
  const cut = tuple(whole, integer({ min: 0, max: 41 })).map(([[frame, me], length]): ArpArrival => [
    frame.slice(0, length),
    me,
  ]);
  const source = oneof({ weight: 12, arbitrary: whole }, { weight: 1, arbitrary: cut });
  return withShrinks(source.filter(isValid), isValid, function* (arrival): Iterable<ArpArrival> {
    const [frame, me] = arrival;
    if (frame.length >= at.padding) {
      for (const simpler of simplifyRecord(toSketch(arrival), rules)) yield fromSketch(simpler);
      return;
    }
    const [plain] = fromSketch({ ...toSketch([new Uint8Array(at.padding), me]), ...plainRequest });
    const plainer = plain.slice(0, frame.length);
    if (plainer.some((byte, i) => byte !== frame[i])) yield [plainer, me];
    else if (frame.length > 0) yield [frame.slice(0, -1), me];
  });
}

const plainRequest = {
  destination: broadcastMac,
  type: etherType.arp,
  hardwareType: hardwareEthernet,
  protocolType: etherType.ipv4,
  hardwareLength: 6,
  protocolLength: 4,
  operation: arpOperation.request,
  senderMac: macTwo,
  senderIp: tenTwo,
  targetIp: "me",
} as const;

function isArrival(value: unknown): value is ArpArrival {
  if (!Array.isArray(value) || value.length !== 2 || !isBytes(value[0])) return false;
  const me: unknown = value[1];
  return (
    typeof me === "object" &&
    me !== null &&
    "ip" in me &&
    "mac" in me &&
    typeof me.ip === "string" &&
    typeof me.mac === "string" &&
    parseIpv4Address(me.ip) !== null &&
    parseMac(me.mac) !== null
  );
}
