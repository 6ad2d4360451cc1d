import { z } from "zod";
import { toHex } from "#net/bytes/hex.ts";
import { formatIpv4Address } from "#net/wire/address.ts";
import { verifiesChecksum } from "#net/wire/checksum.ts";
import { emitIcmpv4, parseIcmpv4, readIcmpv4, type QuotedIpv4 } from "#net/wire/icmpv4.ts";
import {
  emitIcmpv6,
  parseIcmpv6,
  readIcmpv6,
  type Icmpv6Message,
  type QuotedIpv6,
} from "#net/wire/icmpv6.ts";
import { ipProtocol } from "#net/wire/ip-protocol.ts";
import { formatIpv6Address } from "#net/wire/ipv6-address.ts";
import { formatMac } from "#net/wire/mac.ts";
import {
  linkLayerAddress,
  linkMtu,
  prefixInformation,
  recursiveDnsServers,
  type NdpOption,
} from "#net/wire/ndp-options.ts";
import { emitNdpBody } from "#net/wire/ndp-emit.ts";
import { ndpFault, parseNdp, type NdpMessage } from "#net/wire/ndp.ts";
import { verifiesTransportChecksum } from "#net/wire/pseudo-header.ts";
import { readU16 } from "#net/bytes/big-endian.ts";
import { bytesOf } from "../hex.ts";
import { openIp } from "../ip.ts";
import { same, vectors, type Suite } from "../suite.ts";

const vector = z.union([
  z.object({ hex: z.string(), mustReject: z.literal(true) }),
  z
    .object({
      hex: z.string(),
      case: z.string(),
      type: z.int(),
      code: z.int(),
      checksum: z.int(),
      checksumStatus: z.enum(["good", "bad"]),
    })
    .catchall(z.json()),
]);

const icmpv4 = vectors(vector, (v) => {
  const { payload } = openIp(bytesOf(v.hex));
  const parsed = parseIcmpv4(payload);
  if ("mustReject" in v) return [same("rejected", true, !parsed.ok)];
  if (!parsed.ok) return [same("error", null, parsed.error)];
  const { type, code, checksum } = parsed.value;
  const content = readIcmpv4(parsed.value);
  const again = emitIcmpv4(parsed.value);
  const status = verifiesChecksum(payload) ? "good" : "bad";
  const head = { hex: v.hex, case: v.case, type, code, checksum, checksumStatus: status };
  return [
    same("fields", v, { ...head, ...contentFields(content) }),
    same("emitted again", toHex(payload), again.ok ? toHex(again.value) : again.error),
  ];
});

function contentFields(content: ReturnType<typeof readIcmpv4>): Record<string, unknown> {
  switch (content.kind) {
    case "echo":
      return { id: content.identifier, seq: content.sequenceNumber };
    case "timestamp": {
      const { identifier: id, sequenceNumber: seq, originate, receive, transmit } = content;
      return { id, seq, originate, receive, transmit };
    }
    case "error": {
      const { nextHopMtu, pointer, gateway, quoted } = content;
      return {
        ...(nextHopMtu === undefined ? {} : { nextHopMtu }),
        ...(pointer === undefined ? {} : { pointer }),
        ...(gateway === undefined ? {} : { gateway: formatIpv4Address(gateway) }),
        ...(quoted === null ? {} : { quoted: describeQuoted(quoted) }),
      };
    }
    case "other":
      return {};
  }
}

function describeQuoted({ header, payload }: QuotedIpv4): Record<string, unknown> {
  const hasPorts = header.protocol === ipProtocol.udp || header.protocol === ipProtocol.tcp;
  return {
    src: formatIpv4Address(header.source),
    dst: formatIpv4Address(header.destination),
    protocol: header.protocol,
    id: header.identification,
    ...(hasPorts ? { srcPort: readU16(payload, 0), dstPort: readU16(payload, 2) } : {}),
  };
}

const icmpv6 = vectors(vector, (v) => {
  const { payload, ends, hopLimit } = openIp(bytesOf(v.hex));
  const parsed = parseIcmpv6(payload);
  const { source, destination } = ends;
  if (!parsed.ok || typeof source !== "bigint" || typeof destination !== "bigint") {
    return [same("an ICMPv6 message over IPv6", true, false)];
  }
  const carrier = { source, destination, hopLimit };
  const ndp = parseNdp(parsed.value);
  if ("mustReject" in v) {
    return [same("rejected", true, !ndp.ok || ndpFault(parsed.value, ndp.value, carrier) !== null)];
  }
  const { type, code, checksum } = parsed.value;
  const again = emitIcmpv6(parsed.value);
  const status = verifiesTransportChecksum(ends, ipProtocol.icmpv6, payload) ? "good" : "bad";
  const head = { hex: v.hex, case: v.case, type, code, checksum, checksumStatus: status };
  const body = ndp.ok ? emitNdpBody(ndp.value) : null;
  return [
    same("fields", v, { ...head, ...(ndp.ok ? ndpFields(ndp.value) : errorFields(parsed.value)) }),
    same("emitted again", toHex(payload), again.ok ? toHex(again.value) : again.error),
    ...(body === null
      ? []
      : [same("body emitted again", toHex(payload.subarray(4)), body.ok ? toHex(body.value) : body)]),
  ];
});

function errorFields(message: Icmpv6Message): Record<string, unknown> {
  const content = readIcmpv6(message);
  if (content.kind === "echo") return { id: content.identifier, seq: content.sequenceNumber };
  if (content.kind === "other") return {};
  const { mtu, pointer, quoted } = content;
  return {
    ...(mtu === undefined ? {} : { mtu }),
    ...(pointer === undefined ? {} : { pointer }),
    ...(quoted === null ? {} : { quoted: describeQuoted6(quoted) }),
  };
}

const describeQuoted6 = ({ header }: QuotedIpv6): Record<string, unknown> => ({
  src: formatIpv6Address(header.source),
  dst: formatIpv6Address(header.destination),
  nextHeader: header.nextHeader,
});

function ndpFields(message: NdpMessage): Record<string, unknown> {
  const options = message.options.map(describeOption);
  switch (message.kind) {
    case "router-solicitation":
      return { options };
    case "router-advertisement": {
      const { curHopLimit, managed, other, preference, routerLifetime, reachableTime, retransTimer } =
        message;
      return {
        curHopLimit,
        managed,
        other,
        preference,
        routerLifetime,
        reachableTime,
        retransTimer,
        options,
      };
    }
    case "neighbor-solicitation":
      return { target: formatIpv6Address(message.target), options };
    case "neighbor-advertisement": {
      const { router, solicited, override, target } = message;
      return { target: formatIpv6Address(target), router, solicited, override, options };
    }
    case "redirect": {
      const { target, destination } = message;
      return { target: formatIpv6Address(target), destination: formatIpv6Address(destination), options };
    }
  }
}

function describeOption(option: NdpOption): Record<string, unknown> {
  const common = { type: option.type, lengthUnits8: (option.data.length + 2) / 8 };
  const mac = linkLayerAddress(option);
  if (mac !== null) return { ...common, mac: formatMac(mac) };
  const mtu = linkMtu(option);
  if (mtu !== null) return { ...common, mtu };
  const dns = recursiveDnsServers(option);
  if (dns !== null) return { ...common, ...dns, servers: dns.servers.map(formatIpv6Address) };
  const prefix = prefixInformation(option);
  return prefix === null ? common : { ...common, ...prefix, prefix: formatIpv6Address(prefix.prefix) };
}

export const icmp: Readonly<Record<string, Suite>> = {
  "icmp/icmpv4.json": icmpv4,
  "icmp/icmpv6-ndp.json": icmpv6,
};
