import { array, integer, record } from "fast-check";
import { ok } from "#net/bytes/result.ts";
import { verifiesChecksum } from "#net/wire/checksum.ts";
import { emitIcmpv4, parseIcmpv4 } from "#net/wire/icmpv4.ts";
import { emitIcmpv6, parseIcmpv6 } from "#net/wire/icmpv6.ts";
import { ipProtocol } from "#net/wire/ip-protocol.ts";
import { verifiesTransportChecksum, type IpEnds } from "#net/wire/pseudo-header.ts";
import { emitTcpOptions, parseTcpOptions } from "#net/wire/tcp-options.ts";
import { emitTcp, parseTcp } from "#net/wire/tcp.ts";
import { emitUdp, parseUdp, udpChecksumStatus } from "#net/wire/udp.ts";
import { codec, data, none, u, type Codec } from "./codec.ts";

const ends4: IpEnds = { source: 0xc0a8640a, destination: 0xc0a8960a };
const ends6: IpEnds = { source: 0x2001_0db8n << 96n, destination: 5n };
const whole = (bytes: Uint8Array): number => bytes.length;

const segment = {
  sourcePort: 1,
  destinationPort: 2,
  sequenceNumber: 0,
  acknowledgmentNumber: 0,
  reserved: 0,
  flags: 2,
  window: 1000,
  urgentPointer: 0,
  options: none,
  payload: none,
};

export const transportCodecs: readonly Codec[] = [
  codec({
    emitter: "emitIcmpv4",
    values: record({ type: u(8), code: u(8), rest: u(32), data: data(40) }),
    emit: emitIcmpv4,
    parse: parseIcmpv4,
    good: { type: 8, code: 0, rest: 0, data: none },
    refused: [
      ["Type", { type: 256 }],
      ["Code", { code: -1 }],
      ["Rest of Header", { rest: 2 ** 32 }],
    ],
    check: { holds: (bytes) => verifiesChecksum(bytes), covers: whole },
  }),
  codec({
    emitter: "emitIcmpv6",
    values: record({ type: u(8), code: u(8), body: data(40) }),
    emit: (message) => emitIcmpv6({ checksum: ends6, ...message }),
    parse: parseIcmpv6,
    good: { type: 128, code: 0, body: none },
    refused: [
      ["Type", { type: 256 }],
      ["Code", { code: 256 }],
    ],
    check: {
      holds: (bytes) => verifiesTransportChecksum(ends6, ipProtocol.icmpv6, bytes),
      covers: whole,
    },
  }),
  codec({
    emitter: "emitUdp",
    values: record({ sourcePort: u(16), destinationPort: u(16), payload: data(40) }),
    emit: (datagram) => emitUdp({ checksum: ends4, ...datagram }),
    parse: parseUdp,
    good: { sourcePort: 1, destinationPort: 2, payload: none },
    refused: [
      ["Source Port", { sourcePort: 70_000 }],
      ["Destination Port", { destinationPort: -1 }],
      ["Length", { payload: new Uint8Array(65_528) }],
    ],
    check: {
      // A checksum that damage has made 0 says that there is none: it is not a good one.
      holds: (bytes) => parseUdp(bytes).ok && udpChecksumStatus(bytes, ends4) === "good",
      covers: whole,
    },
  }),
  codec({
    emitter: "emitTcp",
    values: record({
      sourcePort: u(16),
      destinationPort: u(16),
      sequenceNumber: u(32),
      acknowledgmentNumber: u(32),
      reserved: u(3),
      flags: u(9),
      window: u(16),
      urgentPointer: u(16),
      options: integer({ min: 0, max: 10 }).map((words): Uint8Array => new Uint8Array(4 * words).fill(1)),
      payload: data(40),
    }),
    emit: (one) => emitTcp({ checksum: ends4, ...one }),
    parse: parseTcp,
    good: segment,
    refused: [
      ["Source Port", { sourcePort: 70_000 }],
      ["Destination Port", { destinationPort: 65_536 }],
      ["Sequence Number", { sequenceNumber: 2 ** 32 }],
      ["Acknowledgment Number", { acknowledgmentNumber: -1 }],
      ["Rsrvd", { reserved: 8 }],
      ["Control Bits", { flags: 512 }],
      ["Window", { window: 65_536 }],
      ["Urgent Pointer", { urgentPointer: 65_536 }],
      ["Options", { options: new Uint8Array(41) }],
    ],
    check: {
      holds: (bytes) => parseTcp(bytes).ok && verifiesTransportChecksum(ends4, ipProtocol.tcp, bytes),
      covers: whole,
    },
  }),
  codec({
    emitter: "emitTcpOptions",
    values: record({
      list: array(record({ kind: integer({ min: 2, max: 255 }), data: data(6) }), { maxLength: 4 }),
    }),
    emit: ({ list }) => emitTcpOptions(list),
    parse: (area) => {
      const list = parseTcpOptions(area);
      return list.ok ? ok({ list: list.value }) : list;
    },
    good: { list: [] },
    refused: [
      ["Kind", { list: [{ kind: 256, data: none }] }],
      ["Data", { list: [{ kind: 1, data: new Uint8Array(1) }] }],
      ["Options", { list: [{ kind: 5, data: new Uint8Array(39) }] }],
    ],
  }),
];
