import { z } from "zod";
import { toHex } from "#net/bytes/hex.ts";
import { parseIpAddress } from "#net/wire/prefix.ts";
import { verifiesTransportChecksum, type IpEnds } from "#net/wire/pseudo-header.ts";
import { emitTcp, parseTcp, tcpFlagNames } from "#net/wire/tcp.ts";
import { parseTcpOptions, readTcpOptions, tcpOptionKind } from "#net/wire/tcp-options.ts";
import { emitUdp, parseUdp, parseUdpHeader, udpChecksumStatus } from "#net/wire/udp.ts";
import { bytesOf } from "../hex.ts";
import { openIp } from "../ip.ts";
import { same, vectors, type Check, type Suite } from "../suite.ts";

const ports = { srcPort: z.int(), dstPort: z.int() };

const udp = vectors(
  z.union([
    z.object({ hex: z.string(), mustReject: z.literal(true) }),
    z.object({
      hex: z.string(),
      ...ports,
      length: z.int(),
      checksum: z.int(),
      checksumStatus: z.enum(["good", "bad", "not present", "illegal", "unverified"]),
    }),
  ]),
  (vector) => {
    const { payload, ends } = openIp(bytesOf(vector.hex));
    if ("mustReject" in vector) return [same("rejected", true, !parseUdp(payload).ok)];
    const header = parseUdpHeader(payload);
    if (!header.ok) return [same("error", null, header.error)];
    const { checksumStatus, ...fields } = vector;
    const { sourcePort, destinationPort, length, checksum } = header.value;
    const read = same("fields", fields, {
      hex: vector.hex,
      srcPort: sourcePort,
      dstPort: destinationPort,
      length,
      checksum,
    });
    const whole = parseUdp(payload);
    // tshark leaves the checksum of a datagram alone whose Length points beyond the packet.
    if (checksumStatus === "unverified") return [read, same("rejected", true, !whole.ok)];
    if (!whole.ok) return [same("error", null, whole.error)];
    const status = udpChecksumStatus(payload, ends);
    return [
      read,
      same("checksumStatus", checksumStatus, status === "absent" ? "not present" : status),
      emittedAgain(payload.subarray(0, length), emitUdp(whole.value)),
      ...(status === "good"
        ? [emittedAgain(payload.subarray(0, length), emitUdp({ ...whole.value, checksum: ends }))]
        : []),
    ];
  },
);

const emittedAgain = (expected: Uint8Array, actual: ReturnType<typeof emitTcp>): Check =>
  same("emitted again", toHex(expected), actual.ok ? toHex(actual.value) : actual.error);

const tcp = vectors(
  z.union([
    z.object({ hex: z.string(), mustReject: z.literal(true) }),
    z.object({
      hex: z.string(),
      ...ports,
      seq: z.int(),
      ack: z.int(),
      dataOffset: z.int(),
      flags: z.array(z.string()),
      window: z.int(),
      checksum: z.int(),
      urgentPointer: z.int(),
      payloadLength: z.int(),
      checksumStatus: z.enum(["good", "bad"]),
      optionsHex: z.string().default(""),
      options: z.record(z.string(), z.json()),
      badOptions: z.boolean().default(false),
    }),
  ]),
  (vector) => {
    const { payload, ends } = openIp(bytesOf(vector.hex));
    const parsed = parseTcp(payload);
    if ("mustReject" in vector) return [same("rejected", true, !parsed.ok)];
    if (!parsed.ok) return [same("error", null, parsed.error)];
    const s = parsed.value;
    const { checksumStatus, options, optionsHex, badOptions, flags, ...fields } = vector;
    const list = parseTcpOptions(s.options);
    if (!badOptions && !list.ok && list.error.offset === s.options.length - 1) {
      return {
        faulty:
          "RFC 9293 §3.2: the last byte is a kind without the length that it must have; tshark drops it",
      };
    }
    return [
      same("fields", fields, {
        hex: vector.hex,
        srcPort: s.sourcePort,
        dstPort: s.destinationPort,
        seq: s.sequenceNumber,
        ack: s.acknowledgmentNumber,
        dataOffset: s.dataOffset,
        window: s.window,
        checksum: s.checksum,
        urgentPointer: s.urgentPointer,
        payloadLength: s.payload.length,
      }),
      same("flags", [...flags].sort(), tcpFlagNames(s.flags).sort()),
      same("checksumStatus", checksumStatus, verifiesTransportChecksum(ends, 6, payload) ? "good" : "bad"),
      same("optionsHex", optionsHex, toHex(s.options)),
      badOptions
        ? same("options rejected", true, describeOptions(s.options) === null)
        : same("options", options, describeOptions(s.options)),
      emittedAgain(payload, emitTcp(s)),
      ...(checksumStatus === "good" ? [emittedAgain(payload, emitTcp({ ...s, checksum: ends }))] : []),
    ];
  },
);

function describeOptions(area: Uint8Array): Record<string, unknown> | null {
  const list = parseTcpOptions(area);
  if (!list.ok) return null;
  const read = readTcpOptions(list.value);
  if (!read.ok) return null;
  const { timestamps, ...values } = read.value;
  const end =
    list.value.at(-1)?.kind === tcpOptionKind.endOfOptionList
      ? (list.value.at(-1)?.offset ?? 0) + 1
      : area.length;
  return {
    ...values,
    ...(timestamps === undefined ? {} : { tsval: timestamps.value, tsecr: timestamps.echoReply }),
    // tshark lists every zero of the padding behind the end of the list (RFC 9293 §3.2) as one more end.
    kinds: [...list.value.map(({ kind }) => kind), ...area.subarray(end)],
  };
}

const common = { src: z.string(), dst: z.string(), ...ports, payload: z.string(), segmentHex: z.string() };
const encode = vectors(
  z.discriminatedUnion("protocol", [
    z.object({ protocol: z.literal(17), ...common }),
    z.object({
      protocol: z.literal(6),
      ...common,
      seq: z.int(),
      ack: z.int(),
      window: z.int(),
      flags: z.string(),
    }),
  ]),
  (vector) => {
    const header = {
      sourcePort: vector.srcPort,
      destinationPort: vector.dstPort,
      checksum: endsOf(vector.src, vector.dst),
      payload: bytesOf(vector.payload),
    };
    const expected = bytesOf(vector.segmentHex);
    if (vector.protocol === 17) return [emittedAgain(expected, emitUdp(header))];
    const flags = { F: 0x01, S: 0x02, R: 0x04, P: 0x08, A: 0x10 };
    return [
      emittedAgain(
        expected,
        emitTcp({
          ...header,
          sequenceNumber: vector.seq,
          acknowledgmentNumber: vector.ack,
          window: vector.window,
          urgentPointer: 0,
          flags: Object.entries(flags).reduce(
            (all, [letter, bit]) => all | (vector.flags.includes(letter) ? bit : 0),
            0,
          ),
          options: new Uint8Array(),
        }),
      ),
    ];
  },
);

function endsOf(source: string, destination: string): IpEnds {
  const [from, to] = [parseIpAddress(source), parseIpAddress(destination)];
  if (from === null || to === null || from.version !== to.version)
    throw new Error("the file has a bad address");
  return from.version === 4
    ? { source: Number(from.value), destination: Number(to.value) }
    : { source: from.value, destination: to.value };
}

export const transport: Readonly<Record<string, Suite>> = {
  "transport/encode.json": encode,
  "transport/tcp.json": tcp,
  "transport/udp.json": udp,
};
