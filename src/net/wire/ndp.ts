import { readU16, readU32, readU8 } from "../bytes/big-endian.ts";
import { fail, ok, type Result } from "../bytes/result.ts";
import { solicitedNode } from "./derived-address.ts";
import { icmpv6Type, type Icmpv6Message } from "./icmpv6.ts";
import { ipv6AddressFromBytes, type Ipv6Address } from "./ipv6-address.ts";
import { ndpOption, parseNdpOptions, type NdpOption } from "./ndp-options.ts";

/**
 * Neighbor Discovery (RFC 4861 §4), which ICMPv6 carries. A body is what follows type, code and checksum: a word of
 * flags, fixed fields, then options.
 */
export type NdpMessage =
  | { readonly kind: "router-solicitation"; readonly options: readonly NdpOption[] }
  | {
      readonly kind: "router-advertisement";
      readonly curHopLimit: number;
      readonly managed: boolean;
      readonly other: boolean;
      /** 2 bits: 1 high, 0 medium, 3 low (RFC 4191 §2.1). */
      readonly preference: number;
      /** Seconds; 0: not a default router. */
      readonly routerLifetime: number;
      /** Milliseconds. */
      readonly reachableTime: number;
      /** Milliseconds. */
      readonly retransTimer: number;
      readonly options: readonly NdpOption[];
    }
  | {
      readonly kind: "neighbor-solicitation";
      readonly target: Ipv6Address;
      readonly options: readonly NdpOption[];
    }
  | {
      readonly kind: "neighbor-advertisement";
      readonly router: boolean;
      readonly solicited: boolean;
      readonly override: boolean;
      readonly target: Ipv6Address;
      readonly options: readonly NdpOption[];
    }
  | {
      readonly kind: "redirect";
      readonly target: Ipv6Address;
      readonly destination: Ipv6Address;
      readonly options: readonly NdpOption[];
    };

/** `type`: not a message of Neighbor Discovery. Offsets count from the start of the ICMPv6 message. */
export type NdpParseError = "type" | "truncated" | "option-length";

/** Bytes of the body before the options. */
const fixedBytes = new Map<number, number>([
  [icmpv6Type.routerSolicitation, 4],
  [icmpv6Type.routerAdvertisement, 12],
  [icmpv6Type.neighborSolicitation, 20],
  [icmpv6Type.neighborAdvertisement, 20],
  [icmpv6Type.redirect, 36],
]);

export function parseNdp({ type, body }: Icmpv6Message): Result<NdpMessage, NdpParseError> {
  const fixed = fixedBytes.get(type);
  if (fixed === undefined) return fail("type", 0, "Type");
  if (body.length < fixed) return fail("truncated", 4 + body.length);
  const parsed = parseNdpOptions(body.subarray(fixed));
  if (!parsed.ok) return fail("option-length", 4 + fixed + parsed.error.offset, "Length");
  const options = parsed.value;
  const flags = readU8(body, 0);
  switch (type) {
    case icmpv6Type.routerSolicitation:
      return ok({ kind: "router-solicitation", options });
    case icmpv6Type.routerAdvertisement: {
      const bits = readU8(body, 1);
      return ok({
        kind: "router-advertisement",
        curHopLimit: flags,
        managed: (bits & 0x80) !== 0,
        other: (bits & 0x40) !== 0,
        preference: (bits >>> 3) & 0b11,
        routerLifetime: readU16(body, 2),
        reachableTime: readU32(body, 4),
        retransTimer: readU32(body, 8),
        options,
      });
    }
    case icmpv6Type.neighborSolicitation:
      return ok({ kind: "neighbor-solicitation", target: ipv6AddressFromBytes(body, 4), options });
    case icmpv6Type.neighborAdvertisement:
      return ok({
        kind: "neighbor-advertisement",
        router: (flags & 0x80) !== 0,
        solicited: (flags & 0x40) !== 0,
        override: (flags & 0x20) !== 0,
        target: ipv6AddressFromBytes(body, 4),
        options,
      });
    default:
      return ok({
        kind: "redirect",
        target: ipv6AddressFromBytes(body, 4),
        destination: ipv6AddressFromBytes(body, 20),
        options,
      });
  }
}

/** How the packet that carried a message came. */
export type NdpCarrier = {
  readonly hopLimit: number;
  readonly source: Ipv6Address;
  readonly destination: Ipv6Address;
};

/**
 * The first of RFC 4861's validity tests that a message fails, or null: silently discarded messages. The checksum is
 * tested apart. §6.1.1 and §6.1.2 for routers, §7.1.1 and §7.1.2 for neighbours, §8.1 for redirects.
 */
export function ndpFault(
  { code }: Icmpv6Message,
  message: NdpMessage,
  carrier: NdpCarrier,
): "hop-limit" | "code" | "target" | "source" | "destination" | null {
  const hasSourceLink = message.options.some(({ type }) => type === ndpOption.sourceLinkLayerAddress);
  // 255 means that no router has forwarded it: it comes from this link.
  if (carrier.hopLimit !== 255) return "hop-limit";
  if (code !== 0) return "code";
  switch (message.kind) {
    case "router-solicitation":
      return carrier.source === 0n && hasSourceLink ? "source" : null;
    case "router-advertisement":
      return isLinkLocal(carrier.source) ? null : "source";
    case "neighbor-solicitation":
      if (isGroup(message.target)) return "target";
      if (carrier.source !== 0n) return null;
      if (carrier.destination !== solicitedNode(message.target)) return "destination";
      return hasSourceLink ? "source" : null;
    case "neighbor-advertisement":
      if (isGroup(message.target)) return "target";
      return message.solicited && isGroup(carrier.destination) ? "destination" : null;
    case "redirect":
      if (!isLinkLocal(carrier.source)) return "source";
      if (isGroup(message.destination)) return "destination";
      return isLinkLocal(message.target) || message.target === message.destination ? null : "target";
  }
}

const isGroup = (address: Ipv6Address): boolean => address >> 120n === 0xffn;
const isLinkLocal = (address: Ipv6Address): boolean => address >> 118n === 0xfe80n >> 6n;
