import { array, boolean, constant, constantFrom, integer, oneof, record } from "fast-check";
import { ok } from "#net/bytes/result.ts";
import { emitArp, emitArpMessage, parseArp, parseArpMessage } from "#net/wire/arp.ts";
import { appendFcs, emitEthernet, parseEthernet, splitFcs, type EthernetFrame } from "#net/wire/ethernet.ts";
import { emitVxlan, parseVxlan } from "#net/wire/vxlan.ts";
import { codec, data, exactly, none, u, type Codec } from "./codec.ts";

const tag = record({ tpid: constantFrom(0x8100, 0x88a8), priority: u(3), dei: boolean(), id: u(12) });
const common = { destination: u(48), source: u(48), tags: array(tag, { maxLength: 3 }) };
const typed = record({
  ...common,
  etherType: integer({ min: 0x0600, max: 0xffff }).filter((type) => type !== 0x8100 && type !== 0x88a8),
  payload: data(50),
  padding: constant(none),
});
const counted = record({ ...common, etherType: constant(null), payload: data(50), padding: data(9) });
const frame = { destination: 1, source: 2, tags: [], etherType: 0x0800, payload: none, padding: none };
const plain = { tpid: 0x8100, priority: 0, dei: false, id: 1 };

const addresses = record({
  hardware: integer({ min: 0, max: 8 }),
  protocol: integer({ min: 0, max: 16 }),
}).chain(({ hardware, protocol }) => {
  const [one, two] = [exactly(hardware), exactly(protocol)];
  return record({
    hardwareType: u(16),
    protocolType: u(16),
    operation: u(16),
    senderHardware: one,
    senderProtocol: two,
    targetHardware: one,
    targetProtocol: two,
  });
});
const [six, four] = [new Uint8Array(6), new Uint8Array(4)];

export const linkCodecs: readonly Codec[] = [
  codec<EthernetFrame>({
    emitter: "emitEthernet",
    values: oneof(typed, counted),
    emit: emitEthernet,
    parse: parseEthernet,
    good: frame,
    refused: [
      ["Destination Address", { destination: 2 ** 48 }],
      ["Source Address", { source: -1 }],
      ["VID", { tags: [{ ...plain, id: 4096 }] }],
      ["PCP", { tags: [{ ...plain, priority: 8 }] }],
      ["TPID", { tags: [{ ...plain, tpid: 0x0800 }] }],
      ["Type/Length", { etherType: 0x05ff }],
      ["Type/Length", { etherType: 0x10000 }],
      // A type that announces a tag: the payload would be read as one.
      ["Type/Length", { etherType: 0x8100 }],
      ["Type/Length", { etherType: null, payload: new Uint8Array(1501) }],
    ],
  }),
  codec({
    emitter: "appendFcs",
    values: record({ frame: data(70) }),
    emit: ({ frame }) => ok(appendFcs(frame)),
    parse: splitFcs,
    good: { frame: none },
    refused: [],
    check: {
      holds: (bytes) => {
        const split = splitFcs(bytes);
        return split.ok && split.value.fcsOk;
      },
      covers: (bytes) => bytes.length,
    },
  }),
  codec({
    emitter: "emitArpMessage",
    values: addresses,
    emit: emitArpMessage,
    parse: parseArpMessage,
    good: {
      hardwareType: 1,
      protocolType: 0x0800,
      operation: 1,
      senderHardware: six,
      senderProtocol: four,
      targetHardware: six,
      targetProtocol: four,
    },
    refused: [
      ["Hardware Type", { hardwareType: 65_536 }],
      ["Protocol Type", { protocolType: -1 }],
      ["Operation", { operation: 1.5 }],
      ["Hardware Length", { senderHardware: new Uint8Array(256) }],
      ["Protocol Length", { senderProtocol: new Uint8Array(256) }],
      ["Target Hardware Address", { targetHardware: four }],
      ["Target Hardware Address", { targetProtocol: six }],
    ],
  }),
  codec({
    emitter: "emitArp",
    values: record({
      operation: u(16),
      senderMac: u(48),
      senderIp: u(32),
      targetMac: u(48),
      targetIp: u(32),
    }),
    emit: emitArp,
    parse: parseArp,
    good: { operation: 1, senderMac: 1, senderIp: 2, targetMac: 0, targetIp: 3 },
    refused: [
      ["Operation", { operation: 65_536 }],
      ["Sender Hardware Address", { senderMac: 2 ** 48 }],
      ["Sender Protocol Address", { senderIp: 2 ** 32 }],
      ["Target Hardware Address", { targetMac: -1 }],
      ["Target Protocol Address", { targetIp: 0.5 }],
    ],
  }),
  codec({
    emitter: "emitVxlan",
    values: record({ vni: u(24), payload: data(30) }),
    emit: emitVxlan,
    parse: parseVxlan,
    good: { vni: 42, payload: none },
    refused: [["VNI", { vni: 2 ** 24 }]],
  }),
];
