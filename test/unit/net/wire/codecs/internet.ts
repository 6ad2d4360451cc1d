import { array, boolean, integer, record } from "fast-check";
import { ok } from "#net/bytes/result.ts";
import { emitIpv4Options, parseIpv4Options } from "#net/wire/ipv4-options.ts";
import { emitIpv4, ipv4HeaderEnd, parseIpv4, verifiesIpv4Checksum } from "#net/wire/ipv4.ts";
import { emitIpv6, parseIpv6 } from "#net/wire/ipv6.ts";
import { codec, data, exactly, ipv6, none, u, type Codec } from "./codec.ts";

const words = (most: number) => integer({ min: 0, max: most }).chain((count) => exactly(4 * count));

const packet4 = {
  dscp: 0,
  ecn: 0,
  identification: 0,
  reserved: false,
  df: false,
  mf: false,
  fragmentOffset: 0,
  ttl: 64,
  protocol: 17,
  source: 1,
  destination: 2,
  options: none,
  payload: none,
};
const packet6 = {
  trafficClass: 0,
  flowLabel: 0,
  nextHeader: 59,
  hopLimit: 64,
  source: 1n,
  destination: 2n,
  payload: none,
};

const option4 = record({ type: integer({ min: 2, max: 255 }), data: data(6) });
export const internetCodecs: readonly Codec[] = [
  codec({
    emitter: "emitIpv4",
    values: record({
      dscp: u(6),
      ecn: u(2),
      identification: u(16),
      reserved: boolean(),
      df: boolean(),
      mf: boolean(),
      fragmentOffset: u(13).map((units) => units * 8),
      ttl: u(8),
      protocol: u(8),
      source: u(32),
      destination: u(32),
      options: words(10),
      payload: data(60),
    }),
    emit: emitIpv4,
    parse: parseIpv4,
    good: packet4,
    refused: [
      ["DSCP", { dscp: 64 }],
      ["ECN", { ecn: 4 }],
      ["Identification", { identification: 65_536 }],
      ["Fragment Offset", { fragmentOffset: 4 }],
      ["Fragment Offset", { fragmentOffset: 65_536 }],
      ["Time to Live", { ttl: 300 }],
      ["Protocol", { protocol: 256 }],
      ["Source Address", { source: 2 ** 32 }],
      ["Destination Address", { destination: -1 }],
      ["Options", { options: new Uint8Array(41) }],
      ["Total Length", { payload: new Uint8Array(65_516) }],
    ],
    check: { holds: verifiesIpv4Checksum, covers: ipv4HeaderEnd },
  }),
  codec({
    emitter: "emitIpv4Options",
    values: record({ list: array(option4, { maxLength: 4 }) }),
    emit: ({ list }) => emitIpv4Options(list),
    parse: (area) => {
      const list = parseIpv4Options(area);
      return list.ok ? ok({ list: list.value }) : list;
    },
    good: { list: [] },
    refused: [
      ["Option Type", { list: [{ type: 256, data: none }] }],
      ["Option Data", { list: [{ type: 1, data: new Uint8Array(1) }] }],
      ["Options", { list: [{ type: 7, data: new Uint8Array(39) }] }],
    ],
  }),
  codec({
    emitter: "emitIpv6",
    values: record({
      trafficClass: u(8),
      flowLabel: u(20),
      nextHeader: u(8),
      hopLimit: u(8),
      source: ipv6,
      destination: ipv6,
      payload: data(60),
    }),
    emit: emitIpv6,
    parse: parseIpv6,
    good: packet6,
    refused: [
      ["Traffic Class", { trafficClass: 256 }],
      ["Flow Label", { flowLabel: 2 ** 20 }],
      ["Next Header", { nextHeader: -1 }],
      ["Hop Limit", { hopLimit: 256 }],
      ["Source Address", { source: 1n << 128n }],
      ["Destination Address", { destination: -1n }],
      ["Payload Length", { payload: new Uint8Array(65_536) }],
    ],
  }),
];
