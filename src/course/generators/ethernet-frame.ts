import { constantFrom, integer, oneof, option, record, tuple, uint8Array, type Arbitrary } from "fast-check";
import { equalBytes } from "../../net/bytes/byte-string.ts";
import {
  emitEthernet,
  ethernetHeader,
  etherType,
  parseEthernet,
  type EthernetFrame,
} from "../../net/wire/ethernet.ts";
import type { Mac } from "../../net/wire/mac.ts";
import { isBytes, towardEmpty } from "./bytes.ts";
import { macNumber, macOne, macTwo, towardMac } from "./mac.ts";
import { preferring, simplifyRecord, smallerNumbers, type Simplify } from "./simplify.ts";
import { withShrinks } from "./with-shrinks.ts";

export type EthernetFrameKind = {
  /** One in four is cut inside its header; default false. */
  readonly damaged?: boolean;
  /** The exercise's domain; default: every byte string. */
  readonly accepts?: (frame: Uint8Array) => boolean;
};

/** The parts of a frame with at most one 802.1Q tag. */
type Sketch = {
  destination: Mac;
  source: Mac;
  /** Priority, DEI and VLAN, 16 bits; null without a tag. */
  tag: number | null;
  /** Null: an 802.3 frame, whose field is the length of the payload. */
  type: number | null;
  payload: Uint8Array;
  padding: Uint8Array;
};

const sketches: Arbitrary<Sketch> = tuple(
  record({
    destination: macNumber.destination,
    source: macNumber.source,
    tag: option(oneof(integer({ min: 0, max: 0xffff }), constantFrom(42, 0xa02a, 0, 0x1000)), { freq: 3 }),
    type: oneof(
      { weight: 3, arbitrary: constantFrom(etherType.ipv4, etherType.arp, etherType.ipv6) },
      { weight: 1, arbitrary: constantFrom(0x0600, 0x0601, 0x88b5, 0xffff) },
      { weight: 2, arbitrary: constantFrom(null) },
    ),
    payload: uint8Array({ maxLength: 60 }),
  }),
  uint8Array({ maxLength: 20 }),
).map(([sketch, padding]) => ({ ...sketch, padding: sketch.type === null ? padding : new Uint8Array() }));

function fromSketch({ destination, source, tag, type, payload, padding }: Sketch): Uint8Array {
  const frame: EthernetFrame = {
    destination,
    source,
    tags:
      tag === null
        ? []
        : [{ tpid: etherType.vlan, priority: tag >>> 13, dei: (tag & 0x1000) !== 0, id: tag & 0xfff }],
    etherType: type,
    payload,
    padding,
  };
  const emitted = emitEthernet(frame);
  return emitted.ok ? emitted.value : new Uint8Array();
}

/** Null for what is cut, or has more than one tag. */
function toSketch(bytes: Uint8Array): Sketch | null {
  const parsed = parseEthernet(bytes);
  if (!parsed.ok || parsed.value.tags.length > 1) return null;
  const { destination, source, tags, etherType: type, payload, padding } = parsed.value;
  const [tag] = tags;
  return {
    destination,
    source,
    tag: tag === undefined ? null : (tag.priority << 13) | (tag.dei ? 0x1000 : 0) | tag.id,
    type,
    payload: payload.slice(),
    padding: padding.slice(),
  };
}

const rules: { readonly [K in keyof Sketch]: Simplify<Sketch[K]> } = {
  payload: towardEmpty,
  padding: towardEmpty,
  tag: preferring<number | null>([null, 1, 42], (tag) => (tag === null ? [] : smallerNumbers(tag))),
  type: preferring<number | null>([etherType.ipv4, etherType.arp, null]),
  destination: towardMac(macTwo),
  source: towardMac(macOne),
};

/**
 * Ethernet frames without their FCS: Ethernet II and 802.3, with and without an 802.1Q tag, to stations, groups and
 * everybody, from legal and illegal sources. Shrinks to 02:00:00:00:00:01 → 02:00:00:00:00:02, IPv4, no data.
 *
 * @example
 * generators: { frames: tuple(ethernetFrameBytes({ damaged: true })) }
 */
export function ethernetFrameBytes({
  damaged = false,
  accepts = () => true,
}: EthernetFrameKind = {}): Arbitrary<Uint8Array> {
  const whole = sketches.map(fromSketch);
  const cut = tuple(whole, integer({ min: 0, max: 17 })).map(([frame, length]) => frame.slice(0, length));
  const source = damaged ? oneof({ weight: 3, arbitrary: whole }, { weight: 1, arbitrary: cut }) : whole;
  const isValid = (value: unknown): value is Uint8Array => isBytes(value) && accepts(value);
  return withShrinks(source.filter(isValid), isValid, function* (frame) {
    const sketch = toSketch(frame);
    if (sketch !== null) {
      for (const simpler of simplifyRecord(sketch, rules)) yield fromSketch(simpler);
      return;
    }
    // A cut frame stays cut: what is left of its header gets plainer, then shorter.
    const plain = fromSketch({ ...plainSketch, tag: frame.length < ethernetHeader ? null : 1 });
    for (const [from, to] of [
      [0, frame.length],
      [0, 6],
      [6, 12],
      [12, frame.length],
    ] as const) {
      const plainer = frame.slice();
      plainer.set(plain.subarray(from, Math.min(to, frame.length)), Math.min(from, frame.length));
      if (!equalBytes(plainer, frame)) yield plainer;
    }
    if (frame.length > 0) yield frame.slice(0, -1);
  });
}

const plainSketch: Sketch = {
  destination: macTwo,
  source: macOne,
  tag: null,
  type: etherType.ipv4,
  payload: new Uint8Array(),
  padding: new Uint8Array(),
};
