import { z } from "zod";
import { toHex } from "#net/bytes/hex.ts";
import { formatIpv4Address, parseIpv4Address } from "#net/wire/address.ts";
import { internetChecksum, updateChecksum, verifiesChecksum } from "#net/wire/checksum.ts";
import { emitIpv4, parseIpv4, parseIpv4Header, verifiesIpv4Checksum } from "#net/wire/ipv4.ts";
import {
  ipv4OptionFault,
  parseRouteData,
  parseRouterAlertData,
  parseTimestampData,
} from "#net/wire/ipv4-option-data.ts";
import {
  ipv4OptionType as type,
  isCopied,
  optionClass,
  optionNumber,
  parseIpv4Options,
  type PlacedIpv4Option,
} from "#net/wire/ipv4-options.ts";
import { bytesOf } from "../hex.ts";
import { same, vectors, type Suite } from "../suite.ts";

const checksum = vectors(
  z.union([
    z.object({ hex: z.string(), checksum: z.int() }),
    z.object({ verify: z.literal(true), hex: z.string(), ok: z.boolean() }),
    z.object({ incremental: z.literal(true), hc: z.int(), m: z.int(), m2: z.int(), hc2: z.int() }),
  ]),
  (vector) => {
    if ("incremental" in vector) {
      return [same("new checksum", vector.hc2, updateChecksum(vector.hc, vector.m, vector.m2))];
    }
    return "verify" in vector
      ? [same("verifies", vector.ok, verifiesChecksum(bytesOf(vector.hex)))]
      : [same("checksum", vector.checksum, internetChecksum(bytesOf(vector.hex)))];
  },
);

const bit = z.union([z.literal(0), z.literal(1)]);
const header = vectors(
  z.union([
    z.object({ hex: z.string(), mustReject: z.literal(true) }),
    z.object({
      hex: z.string(),
      version: z.literal(4),
      headerLength: z.int(),
      dscp: z.int(),
      ecn: z.int(),
      totalLength: z.int(),
      id: z.int(),
      reserved: bit,
      df: bit,
      mf: bit,
      fragOffsetBytes: z.int(),
      ttl: z.int(),
      protocol: z.int(),
      checksum: z.int(),
      checksumOk: z.boolean(),
      src: z.string(),
      dst: z.string(),
      truncatedCapture: z.boolean().default(false),
    }),
  ]),
  (vector) => {
    const bytes = bytesOf(vector.hex);
    if ("mustReject" in vector) return [same("rejected", true, !parseIpv4(bytes).ok)];
    const parsed = parseIpv4Header(bytes);
    if (!parsed.ok) return [same("error", null, parsed.error)];
    const { hex, checksumOk, truncatedCapture, ...fields } = vector;
    const h = parsed.value;
    const whole = parseIpv4(bytes);
    return [
      same("fields", fields, {
        version: 4,
        headerLength: h.headerBytes,
        dscp: h.dscp,
        ecn: h.ecn,
        totalLength: h.totalLength,
        id: h.identification,
        reserved: Number(h.reserved),
        df: Number(h.df),
        mf: Number(h.mf),
        fragOffsetBytes: h.fragmentOffset,
        ttl: h.ttl,
        protocol: h.protocol,
        checksum: h.checksum,
        src: formatIpv4Address(h.source),
        dst: formatIpv4Address(h.destination),
      }),
      same("checksum verifies", checksumOk, verifiesIpv4Checksum(bytes)),
      truncatedCapture
        ? same("error of the whole packet", "total-length", whole.ok ? null : whole.error.code)
        : same("emitted again", hex.slice(0, h.totalLength * 2), whole.ok ? emitted(whole.value) : null),
    ];
  },
);

function emitted(packet: Parameters<typeof emitIpv4>[0]): string | null {
  const result = emitIpv4(packet);
  return result.ok ? toHex(result.value) : null;
}

const headerEncode = vectors(
  z.object({
    fields: z.object({
      src: z.string(),
      dst: z.string(),
      protocol: z.int(),
      ttl: z.int(),
      dscp: z.int(),
      ecn: z.int(),
      id: z.int(),
      df: bit,
      mf: bit,
      fragOffsetBytes: z.int(),
      payload: z.string(),
    }),
    hex: z.string(),
  }),
  ({ fields, hex }) => [
    same(
      "bytes",
      hex,
      emitted({
        dscp: fields.dscp,
        ecn: fields.ecn,
        identification: fields.id,
        df: fields.df === 1,
        mf: fields.mf === 1,
        fragmentOffset: fields.fragOffsetBytes,
        ttl: fields.ttl,
        protocol: fields.protocol,
        source: parseIpv4Address(fields.src) ?? Number.NaN,
        destination: parseIpv4Address(fields.dst) ?? Number.NaN,
        options: new Uint8Array(),
        payload: bytesOf(fields.payload),
      }),
    ),
  ],
);

const options = vectors(
  z.object({
    optionsHex: z.string(),
    packetHex: z.string(),
    options: z.array(z.record(z.string(), z.json())),
    mustReject: z.boolean().default(false),
  }),
  (vector) => {
    const area = bytesOf(vector.optionsHex);
    const parsed = parseIpv4Options(area);
    if (vector.mustReject) {
      const rejected = !parsed.ok || parsed.value.some((option) => ipv4OptionFault(option) !== null);
      return [same("rejected", true, rejected)];
    }
    const packet = parseIpv4(bytesOf(vector.packetHex));
    return [
      same("options", vector.options, parsed.ok ? parsed.value.map(describeOption) : parsed.error),
      same("area", vector.optionsHex, packet.ok ? toHex(packet.value.options) : packet.error),
    ];
  },
);

function describeOption(option: PlacedIpv4Option): Record<string, unknown> {
  const { type: kind, offset, length } = option;
  const shape = {
    type: kind,
    copied: isCopied(kind),
    class: optionClass(kind),
    number: optionNumber(kind),
    offset,
    length,
  };
  if (kind === type.recordRoute || kind === type.looseSourceRoute || kind === type.strictSourceRoute) {
    const route = parseRouteData(option);
    if (!route.ok) return { ...shape, error: route.error };
    return { ...shape, ...route.value, addresses: route.value.addresses.map(formatIpv4Address) };
  }
  if (kind === type.timestamp) {
    const data = parseTimestampData(option);
    if (!data.ok) return { ...shape, error: data.error };
    const { pointer, overflow, flag, slots } = data.value;
    const addresses = slots.flatMap(({ address }) => (address === null ? [] : [formatIpv4Address(address)]));
    const timestamps = slots.map((slot) => slot.timestamp);
    return { ...shape, pointer, overflow, flag, timestamps, ...(addresses.length > 0 ? { addresses } : {}) };
  }
  if (kind === type.routerAlert) {
    const value = parseRouterAlertData(option);
    return value.ok ? { ...shape, value: value.value } : { ...shape, error: value.error };
  }
  return shape;
}

export const ipv4: Readonly<Record<string, Suite>> = {
  "ipv4/checksum.json": checksum,
  "ipv4/header.json": header,
  "ipv4/header-encode.json": headerEncode,
  "ipv4/options.json": options,
};
