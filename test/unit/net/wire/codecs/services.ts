import { array, constant, constantFrom, integer, oneof, record } from "fast-check";
import { ok } from "#net/bytes/result.ts";
import { emitDhcp, parseDhcp } from "#net/wire/dhcp.ts";
import { emitDns } from "#net/wire/dns-emit.ts";
import { decodeName, encodeName } from "#net/wire/dns-name.ts";
import type { RecordData } from "#net/wire/dns-rdata.ts";
import { parseDns, type DnsMessage, type DnsRecord } from "#net/wire/dns.ts";
import { icmpv6Type } from "#net/wire/icmpv6.ts";
import { emitNdpBody, emitNdpOptions } from "#net/wire/ndp-emit.ts";
import { parseNdpOptions } from "#net/wire/ndp-options.ts";
import { parseNdp, type NdpMessage } from "#net/wire/ndp.ts";
import { codec, data, exactly, ipv6, none, u, type Codec } from "./codec.ts";

const label = constantFrom("www", "host", "example", "A1", "a\\.b", "\\000", "x".repeat(63));
const name = array(label, { maxLength: 3 }).map((labels) => labels.map((one) => `${one}.`).join("") || ".");
const recordOf = (type: number, rdata: RecordData): Pick<DnsRecord, "type" | "data"> => ({
  type,
  data: rdata,
});
const typed = oneof(
  u(32).map((address) => recordOf(1, { kind: "ipv4", address })),
  ipv6.map((address) => recordOf(28, { kind: "ipv6", address })),
  record({ type: constantFrom(2, 5, 12), name }).map(({ type, name }) =>
    recordOf(type, { kind: "name", name }),
  ),
  record({ preference: u(16), exchange: name }).map((mx) => recordOf(15, { kind: "mx", ...mx })),
  record({ priority: u(16), weight: u(16), port: u(16), target: name }).map((srv) =>
    recordOf(33, { kind: "srv", ...srv }),
  ),
  array(data(9), { minLength: 1, maxLength: 3 }).map((strings) => recordOf(16, { kind: "text", strings })),
  record({
    mname: name,
    rname: name,
    serial: u(32),
    refresh: u(32),
    retry: u(32),
    expire: u(32),
    minimum: u(32),
  }).map((soa) => recordOf(6, { kind: "soa", ...soa })),
  data(9).map((bytes) => recordOf(99, { kind: "other", bytes })),
);
const records = array(
  record({ name, class: u(16), ttl: u(32), typed }).map(({ typed, ...rest }): DnsRecord => ({
    ...rest,
    ...typed,
  })),
  { maxLength: 2 },
);
const message: DnsMessage = {
  id: 1,
  flags: 0x0100,
  opcode: 0,
  rcode: 0,
  questions: [],
  answers: [],
  authority: [],
  additional: [],
};
const answer = (rdata: RecordData, fields: Partial<DnsRecord> = {}): Partial<DnsMessage> => ({
  answers: [{ name: "a.", type: 1, class: 1, ttl: 0, data: rdata, ...fields }],
});
const address: RecordData = { kind: "ipv4", address: 1 };

const lease = {
  op: 1,
  htype: 1,
  hlen: 6,
  hops: 0,
  xid: 1,
  secs: 0,
  flags: 0,
  ciaddr: 0,
  yiaddr: 0,
  siaddr: 0,
  giaddr: 0,
  chaddr: new Uint8Array(16),
  sname: new Uint8Array(64),
  file: new Uint8Array(128),
  options: [],
};

const units = integer({ min: 1, max: 3 }).chain((count) => exactly(8 * count - 2));
const ndpOptions = array(record({ type: u(8), data: units }), { maxLength: 3 });

export const serviceCodecs: readonly Codec[] = [
  codec({
    emitter: "emitDns",
    values: record({
      id: u(16),
      flags: constantFrom(0, 0x0100, 0x8180, 0x8400, 0x8030),
      opcode: u(4),
      rcode: u(4),
      questions: array(record({ name, type: u(16), class: u(16) }), { maxLength: 2 }),
      answers: records,
      authority: records,
      additional: records,
    }),
    emit: emitDns,
    parse: parseDns,
    good: message,
    refused: [
      ["ID", { id: 65_536 }],
      ["Opcode", { opcode: 16 }],
      ["RCODE", { rcode: 16 }],
      ["QTYPE", { questions: [{ name: "a.", type: 65_536, class: 1 }] }],
      ["QCLASS", { questions: [{ name: "a.", type: 1, class: -1 }] }],
      ["Label", { questions: [{ name: `${"a".repeat(64)}.`, type: 1, class: 1 }] }],
      ["Name", { questions: [{ name: `${"a".repeat(63)}.`.repeat(4), type: 1, class: 1 }] }],
      ["TYPE", answer(address, { type: 65_536 })],
      ["CLASS", answer(address, { class: 65_536 })],
      ["TTL", answer(address, { ttl: 2 ** 32 })],
      ["ADDRESS", answer({ kind: "ipv4", address: 2 ** 32 })],
      ["ADDRESS", answer({ kind: "ipv6", address: 1n << 128n })],
      ["Label", answer({ kind: "name", name: "a..b." })],
      ["PREFERENCE", answer({ kind: "mx", preference: 65_536, exchange: "a." })],
      ["Port", answer({ kind: "srv", priority: 0, weight: 0, port: 70_000, target: "a." })],
      ["TXT-DATA", answer({ kind: "text", strings: [new Uint8Array(256)] })],
      ["TXT-DATA", answer({ kind: "text", strings: [] })],
      ["RDLENGTH", answer({ kind: "other", bytes: new Uint8Array(65_536) })],
    ],
  }),
  codec({
    emitter: "encodeName",
    values: record({ name }),
    emit: ({ name }) => encodeName(name),
    parse: (bytes) => decodeName(bytes, 0),
    good: { name: "a." },
    refused: [
      ["Label", { name: `${"a".repeat(64)}.` }],
      ["Label", { name: "a..b." }],
      ["Name", { name: `${"a".repeat(63)}.`.repeat(4) }],
    ],
  }),
  codec({
    emitter: "emitDhcp",
    values: record({
      op: u(8),
      htype: u(8),
      hlen: u(8),
      hops: u(8),
      xid: u(32),
      secs: u(16),
      flags: u(16),
      ciaddr: u(32),
      yiaddr: u(32),
      siaddr: u(32),
      giaddr: u(32),
      chaddr: exactly(16),
      sname: exactly(64),
      file: exactly(128),
      options: array(record({ code: integer({ min: 1, max: 254 }), data: data(9) }), { maxLength: 4 }),
    }),
    emit: emitDhcp,
    parse: parseDhcp,
    good: lease,
    refused: [
      ["op", { op: 256 }],
      ["htype", { htype: 256 }],
      ["hlen", { hlen: -1 }],
      ["hops", { hops: 256 }],
      ["xid", { xid: 2 ** 32 }],
      ["secs", { secs: 65_536 }],
      ["flags", { flags: 65_536 }],
      ["ciaddr", { ciaddr: 2 ** 32 }],
      ["yiaddr", { yiaddr: 2 ** 32 }],
      ["siaddr", { siaddr: 2 ** 32 }],
      ["giaddr", { giaddr: 2 ** 32 }],
      ["chaddr", { chaddr: new Uint8Array(17) }],
      ["sname", { sname: new Uint8Array(65) }],
      ["file", { file: new Uint8Array(129) }],
      ["Code", { options: [{ code: 255, data: none }] }],
      ["Code", { options: [{ code: 0, data: none }] }],
      ["Len", { options: [{ code: 12, data: new Uint8Array(256) }] }],
    ],
  }),
  codec<NdpMessage & { readonly kind: "neighbor-advertisement" }>({
    emitter: "emitNdpBody",
    values: record({
      kind: constant("neighbor-advertisement" as const),
      router: constantFrom(true, false),
      solicited: constantFrom(true, false),
      override: constantFrom(true, false),
      target: ipv6,
      options: ndpOptions,
    }),
    emit: emitNdpBody,
    parse: (body) => {
      const read = parseNdp({ type: icmpv6Type.neighborAdvertisement, code: 0, checksum: 0, body });
      if (!read.ok) return read;
      const { value } = read;
      return value.kind === "neighbor-advertisement"
        ? ok(value)
        : { ok: false, error: { code: "kind", offset: 0 } };
    },
    good: {
      kind: "neighbor-advertisement",
      router: false,
      solicited: true,
      override: false,
      target: 1n,
      options: [],
    },
    refused: [["Target Address", { target: 1n << 128n }]],
  }),
  codec({
    emitter: "emitNdpOptions",
    values: record({ options: ndpOptions }),
    emit: ({ options }) => emitNdpOptions(options),
    parse: (area) => {
      const list = parseNdpOptions(area);
      return list.ok ? ok({ options: list.value }) : list;
    },
    good: { options: [] },
    refused: [
      ["Type", { options: [{ type: 256, data: new Uint8Array(6) }] }],
      ["Length", { options: [{ type: 1, data: new Uint8Array(5) }] }],
      ["Length", { options: [{ type: 1, data: new Uint8Array(2046) }] }],
    ],
  }),
];
