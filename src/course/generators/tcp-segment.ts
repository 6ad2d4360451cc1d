import {
  constant,
  constantFrom,
  integer,
  oneof,
  record,
  shuffledSubarray,
  uint8Array,
  type Arbitrary,
} from "fast-check";
import { readU16 } from "../../net/bytes/big-endian.ts";
import { concatBytes } from "../../net/bytes/byte-string.ts";
import { valueOrNull } from "../../net/bytes/result.ts";
import type { IpEnds } from "../../net/wire/pseudo-header.ts";
import { emitTcp, parseTcp, tcpFlag, tcpOffsets } from "../../net/wire/tcp.ts";
import {
  emitTcpOptions,
  parseTcpOptions,
  tcpOptionKind,
  type TcpOption,
} from "../../net/wire/tcp-options.ts";
import { smallerBytes, towardEmpty } from "./bytes.ts";
import { messageBytes, type MessageKind } from "./message.ts";
import { unsigned } from "./numbers.ts";
import { preferring, smallerNumbers, towardZero, type Simplify } from "./simplify.ts";
import { tenEnds } from "./udp-datagram.ts";

type Sketch = {
  sourcePort: number;
  destinationPort: number;
  sequenceNumber: number;
  acknowledgmentNumber: number;
  reserved: number;
  flags: number;
  window: number;
  checksum: "right" | number;
  urgentPointer: number;
  /** A multiple of 4 bytes. */
  options: Uint8Array;
  payload: Uint8Array;
};

const { SYN, ACK, FIN, RST, PSH } = tcpFlag;

/** As systems send them: MSS 1460, window scale, SACK, timestamps. */
const known: readonly TcpOption[] = [
  { kind: tcpOptionKind.maximumSegmentSize, data: Uint8Array.of(0x05, 0xb4) },
  { kind: tcpOptionKind.sackPermitted, data: new Uint8Array() },
  { kind: tcpOptionKind.timestamps, data: Uint8Array.of(0x12, 0x34, 0xe5, 0xd3, 0, 0, 0, 0) },
  { kind: tcpOptionKind.noOperation, data: new Uint8Array() },
  { kind: tcpOptionKind.windowScale, data: Uint8Array.of(7) },
];

/** Options, then zeros up to a multiple of 4. */
function padded(options: readonly TcpOption[]): Uint8Array {
  const area = valueOrNull(emitTcpOptions(options)) ?? new Uint8Array();
  return concatBytes(area, new Uint8Array(-area.length & 3));
}

const sketches: Arbitrary<Sketch> = record({
  sourcePort: oneof(constantFrom(40000, 80), unsigned(16)),
  destinationPort: oneof(constantFrom(80, 443, 21), unsigned(16)),
  sequenceNumber: unsigned(32, [1000]),
  acknowledgmentNumber: unsigned(32),
  reserved: constant(0),
  flags: oneof(constantFrom(SYN, SYN | ACK, ACK, PSH | ACK, FIN | ACK, RST), integer({ min: 0, max: 0x1ff })),
  window: unsigned(16, [0xfaf0]),
  checksum: constant("right" as const),
  urgentPointer: oneof({ weight: 5, arbitrary: constant(0) }, { weight: 1, arbitrary: unsigned(16) }),
  options: oneof(constant(new Uint8Array()), shuffledSubarray([...known]).map(padded)),
  payload: oneof(uint8Array({ maxLength: 9 }), uint8Array({ maxLength: 40 })),
});

const write =
  (ends: IpEnds) =>
  (sketch: Sketch): Uint8Array =>
    valueOrNull(emitTcp({ ...sketch, checksum: sketch.checksum === "right" ? ends : sketch.checksum })) ??
    new Uint8Array();

const read =
  (ends: IpEnds) =>
  (bytes: Uint8Array): Sketch | null => {
    const parsed = parseTcp(bytes);
    if (!parsed.ok) return null;
    const { checksum: stored, options, payload } = parsed.value;
    const sketch: Sketch = {
      ...parsed.value,
      checksum: "right",
      options: options.slice(),
      payload: payload.slice(),
    };
    const right = readU16(write(ends)(sketch), tcpOffsets.checksum);
    return right === stored ? sketch : { ...sketch, checksum: stored };
  };

/** Toward no options: one less, then without fillers, then fewer words and zeros where they cannot be read. */
const towardNoOptions: Simplify<Uint8Array> = {
  ...towardEmpty,
  *smaller(area) {
    const parsed = parseTcpOptions(area);
    if (!parsed.ok) {
      for (const smaller of smallerBytes(area)) if (smaller.length % 4 === 0) yield smaller;
      return;
    }
    const real = parsed.value.filter(({ kind }) => kind > tcpOptionKind.noOperation);
    for (const dropped of real) yield padded(real.filter((one) => one !== dropped));
    const plain = padded(real);
    if (plain.length < area.length) yield plain;
    for (const [i, { kind, data }] of real.entries()) {
      for (const smaller of smallerBytes(data)) {
        if (smaller.length === data.length) yield padded(real.with(i, { kind, data: smaller, offset: 0 }));
      }
    }
  },
};

const rules: { readonly [K in keyof Sketch]: Simplify<Sketch[K]> } = {
  payload: towardEmpty,
  options: towardNoOptions,
  flags: preferring<number>([SYN, ACK, SYN | ACK, FIN, RST], smallerNumbers),
  sourcePort: preferring([40000], smallerNumbers),
  destinationPort: preferring([80], smallerNumbers),
  sequenceNumber: preferring([1000, 0], smallerNumbers),
  acknowledgmentNumber: towardZero,
  reserved: towardZero,
  window: preferring([64240, 0], smallerNumbers),
  urgentPointer: towardZero,
  checksum: preferring<Sketch["checksum"]>(["right", 0], (value) =>
    typeof value === "number" ? smallerNumbers(value) : [],
  ),
};

/**
 * TCP segments of a handshake, of data and of an end, with the options that systems send and with any others, the
 * checksum right for a packet between `ends` (10.0.0.1 and 10.0.0.2). Shrinks to a SYN from port 40000 to port 80,
 * sequence number 1000, without options and data; a right checksum stays right.
 *
 * @example
 * generators: { segments: tuple(tcpSegmentBytes({ accepts: (bytes) => bytes.length >= 20 })) }
 */
export const tcpSegmentBytes = (
  kind: MessageKind & { readonly ends?: IpEnds } = {},
): Arbitrary<Uint8Array> => {
  const { ends = tenEnds } = kind;
  return messageBytes({ sketches, write: write(ends), read: read(ends), rules }, kind);
};
