import { z } from "zod";
import { toHex } from "#net/bytes/hex.ts";
import { formatIpv4Address } from "#net/wire/address.ts";
import {
  emitArpMessage,
  isArpAnnouncement,
  isArpProbe,
  isGratuitousArp,
  parseArp,
  parseArpMessage,
} from "#net/wire/arp.ts";
import { crc32 } from "#net/wire/crc32.ts";
import {
  appendFcs,
  emitEthernet,
  ethernetHeader,
  parseEthernet,
  splitFcs,
  type EthernetFrame,
} from "#net/wire/ethernet.ts";
import { broadcastMac, formatMac, isGroupMac, isLocalMac } from "#net/wire/mac.ts";
import { bytesOf } from "../hex.ts";
import { same, vectors, type Suite } from "../suite.ts";

const hex32 = (value: number): string => value.toString(16).padStart(8, "0");

const ethernet = vectors(
  z.union([
    z.object({ asciiInput: z.string(), fcs: z.string() }),
    z.object({ frameWithFcsHex: z.string(), fcsOk: z.literal(false) }),
    z.object({
      frameWithFcsHex: z.string(),
      fcsOk: z.literal(true),
      fcs: z.string(),
      fcsBytesOnWire: z.string(),
      dst: z.string(),
      src: z.string(),
      etherType: z.int().optional(),
      length: z.int().optional(),
      vlans: z
        .array(z.object({ id: z.int(), priority: z.int(), dei: z.int(), etherType: z.int() }))
        .optional(),
      dstIsGroup: z.boolean(),
      dstIsLocal: z.boolean(),
      dstIsBroadcast: z.boolean(),
    }),
  ]),
  (vector) => {
    if ("asciiInput" in vector) {
      return [same("CRC-32", vector.fcs, hex32(crc32(new TextEncoder().encode(vector.asciiInput))))];
    }
    const split = splitFcs(bytesOf(vector.frameWithFcsHex));
    if (!split.ok || !vector.fcsOk) return [same("FCS", vector.fcsOk, split.ok && split.value.fcsOk)];
    const { frame, fcsOk } = split.value;
    const parsed = parseEthernet(frame);
    if (!parsed.ok) return [same("error", null, parsed.error)];
    const emitted = emitEthernet(parsed.value);
    const { destination } = parsed.value;
    return [
      same("FCS", true, fcsOk),
      same("FCS as a number", vector.fcs, hex32(crc32(frame))),
      same("FCS on the wire", vector.fcsBytesOnWire, toHex(appendFcs(frame).subarray(-4))),
      same("emitted again", toHex(frame), emitted.ok ? toHex(emitted.value) : emitted.error),
      same("dst", vector.dst, formatMac(destination)),
      same("src", vector.src, formatMac(parsed.value.source)),
      same("etherType", vector.etherType, outerType(parsed.value)),
      same(
        "length",
        vector.length,
        parsed.value.etherType === null ? parsed.value.payload.length : undefined,
      ),
      same("vlans", vector.vlans ?? [], vlans(parsed.value)),
      same("dstIsGroup", vector.dstIsGroup, isGroupMac(destination)),
      same("dstIsLocal", vector.dstIsLocal, isLocalMac(destination)),
      same("dstIsBroadcast", vector.dstIsBroadcast, destination === broadcastMac),
    ];
  },
);

/** tshark's eth.type: what stands at byte 12, be it the TPID of a tag. */
const outerType = ({ tags, etherType }: EthernetFrame): number | undefined =>
  tags[0]?.tpid ?? etherType ?? undefined;

const vlans = ({ tags, etherType }: EthernetFrame): unknown[] =>
  tags.map(({ id, priority, dei }, i) => ({
    id,
    priority,
    dei: Number(dei),
    etherType: tags[i + 1]?.tpid ?? etherType,
  }));

const arp = vectors(
  z.object({
    hex: z.string(),
    mustReject: z.boolean().default(false),
    tsharkMalformed: z.boolean().default(false),
    hardwareType: z.int().optional(),
    protocolType: z.int().optional(),
    hardwareLength: z.int().optional(),
    protocolLength: z.int().optional(),
    operation: z.int().optional(),
    senderMac: z.string().optional(),
    senderIp: z.string().optional(),
    targetMac: z.string().optional(),
    targetIp: z.string().optional(),
    gratuitous: z.boolean().optional(),
    probe: z.boolean().optional(),
    announcement: z.boolean().optional(),
  }),
  ({ hex, mustReject, tsharkMalformed, ...fields }) => {
    const bytes = bytesOf(hex).subarray(ethernetHeader);
    const message = parseArpMessage(bytes);
    if (mustReject || tsharkMalformed) return [same("rejected", true, !message.ok)];
    if (!message.ok) return [same("error", null, message.error)];
    const { value } = message;
    const emitted = emitArpMessage(value);
    const length = 8 + 2 * (value.senderHardware.length + value.senderProtocol.length);
    const typed = parseArp(bytes);
    return [
      same("fields", fields, {
        hardwareType: value.hardwareType,
        protocolType: value.protocolType,
        hardwareLength: value.senderHardware.length,
        protocolLength: value.senderProtocol.length,
        operation: value.operation,
        ...(typed.ok
          ? {
              senderMac: formatMac(typed.value.senderMac),
              senderIp: formatIpv4Address(typed.value.senderIp),
              targetMac: formatMac(typed.value.targetMac),
              targetIp: formatIpv4Address(typed.value.targetIp),
              gratuitous: isGratuitousArp(typed.value),
              probe: isArpProbe(typed.value),
              announcement: isArpAnnouncement(typed.value),
            }
          : {}),
      }),
      same(
        "emitted again",
        toHex(bytes.subarray(0, length)),
        emitted.ok ? toHex(emitted.value) : emitted.error,
      ),
    ];
  },
);

export const l2: Readonly<Record<string, Suite>> = { "l2/arp.json": arp, "l2/ethernet.json": ethernet };
