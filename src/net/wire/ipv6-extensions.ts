import { readU16, readU32, readU8 } from "../bytes/big-endian.ts";
import { fail, ok, type Result } from "../bytes/result.ts";
import { ipProtocol } from "./ip-protocol.ts";
import { ipv6AddressFromBytes, type Ipv6Address } from "./ipv6-address.ts";
import { ipv6HeaderBytes, ipv6Offsets, parseIpv6Header } from "./ipv6.ts";

/**
 * The chain of extension headers (RFC 8200 §4). All but Fragment and AH say their length in units of 8 bytes, the
 * first not counted; AH (RFC 4302 §2.2) in units of 4, the first two not counted; Fragment is always 8 bytes.
 *
 *  +---------------+---------------+-------------------------------+
 *  |  Next Header  |  Hdr Ext Len  |    options, or addresses …    |
 *  +---------------+---------------+-------------------------+---+-+
 *  |  Next Header  |   Reserved    |     Fragment Offset     |Res|M|
 *  +---------------+---------------+-------------------------+---+-+
 *  |                        Identification                         |
 *  +---------------------------------------------------------------+
 */
export type ExtensionHeader = {
  /** The protocol number that announced it. */
  readonly type: number;
  /** From the start of the packet, in bytes. */
  readonly offset: number;
  /** In bytes. */
  readonly length: number;
  readonly nextHeader: number;
} & (
  | { readonly kind: "options"; readonly options: readonly Ipv6Option[] }
  | {
      readonly kind: "routing";
      readonly routingType: number;
      readonly segmentsLeft: number;
      /** Type-specific data: all that follows Segments Left (RFC 8200 §4.4). */
      readonly data: Uint8Array;
      /** Of types 0 (RFC 5095 deprecates it) and 4 (RFC 8754) those in it; others keep theirs to themselves. */
      readonly addresses: readonly Ipv6Address[];
    }
  | {
      readonly kind: "fragment";
      /** In bytes. */
      readonly fragmentOffset: number;
      readonly more: boolean;
      readonly identification: number;
    }
  | {
      readonly kind: "authentication";
      /** Security Parameters Index. */
      readonly spi: number;
      readonly sequenceNumber: number;
      /** Integrity Check Value, padding included. */
      readonly icv: Uint8Array;
    }
);

/** `data` is null for Pad1, which has neither length nor data. */
export type Ipv6Option = { readonly type: number; readonly data: Uint8Array | null };

export type ExtensionChain = {
  readonly headers: readonly ExtensionHeader[];
  /** What comes after the extension headers; in a fragment that is not the first, what the first one carries. */
  readonly upper: number;
  /** From the start of the packet; for a fragment that is not the first, where its data begins. */
  readonly upperOffset: number;
};

/** `hop-by-hop`: it is not the first. `segments-left`: more than there are addresses. */
export type ExtensionError = "truncated" | "version" | "option-length" | "hop-by-hop" | "segments-left";

/** Length in bytes of the extension header of this type at `offset`; a length byte that is cut off counts as 0. */
export const extensionHeaderLength = (bytes: Uint8Array, type: number, offset: number): number => {
  if (type === ipProtocol.fragment) return 8;
  const units = readU8(bytes, offset + 1);
  return type === ipProtocol.ah ? (units + 2) * 4 : (units + 1) * 8;
};

/** Whether a Next Header value announces one of the headers that this chain can step over. */
export const isExtensionHeader = (type: number): boolean =>
  type === ipProtocol.hopByHop ||
  type === ipProtocol.routing ||
  type === ipProtocol.fragment ||
  type === ipProtocol.destinationOptions ||
  type === ipProtocol.ah;

/** Follows Next Header from the fixed header on. Of a packet that is cut, as far as its bytes go. */
export function walkExtensionHeaders(packet: Uint8Array): Result<ExtensionChain, ExtensionError> {
  const fixed = parseIpv6Header(packet);
  if (!fixed.ok) return fixed;
  const bytes = packet.subarray(0, ipv6HeaderBytes + fixed.value.payloadLength);
  const headers: ExtensionHeader[] = [];
  let type = fixed.value.nextHeader;
  let offset = ipv6HeaderBytes;
  let announcedAt: number = ipv6Offsets.nextHeader;
  while (isExtensionHeader(type)) {
    if (type === ipProtocol.hopByHop && headers.length > 0)
      return fail("hop-by-hop", announcedAt, "Next Header");
    if (offset + 8 > bytes.length) return fail("truncated", bytes.length);
    if (offset + extensionHeaderLength(bytes, type, offset) > bytes.length)
      return fail("truncated", offset + 1, "Hdr Ext Len");
    const header = parseHeader(bytes, type, offset);
    if (!header.ok) return header;
    headers.push(header.value);
    announcedAt = offset;
    type = header.value.nextHeader;
    offset += header.value.length;
    // Behind it comes a piece of whatever the first fragment carries.
    if (header.value.kind === "fragment" && header.value.fragmentOffset > 0) break;
  }
  return ok({ headers, upper: type, upperOffset: offset });
}

function parseHeader(
  bytes: Uint8Array,
  type: number,
  offset: number,
): Result<ExtensionHeader, "option-length" | "segments-left"> {
  const length = extensionHeaderLength(bytes, type, offset);
  const header = bytes.subarray(offset, offset + length);
  const common = { type, offset, length, nextHeader: readU8(bytes, offset) };
  switch (type) {
    case ipProtocol.fragment: {
      const word = readU16(bytes, offset + 2);
      return ok({
        ...common,
        kind: "fragment",
        fragmentOffset: word & 0xfff8,
        more: (word & 1) !== 0,
        identification: readU32(bytes, offset + 4),
      });
    }
    case ipProtocol.ah: {
      const [spi, sequenceNumber] = [readU32(header, 4), readU32(header, 8)];
      return ok({ ...common, kind: "authentication", spi, sequenceNumber, icv: header.subarray(12) });
    }
    case ipProtocol.routing: {
      const routingType = readU8(bytes, offset + 2);
      const segmentsLeft = readU8(bytes, offset + 3);
      const listed = routingType === 0 || routingType === 4 ? Math.floor((length - 8) / 16) : 0;
      const addresses = Array.from({ length: listed }, (_, i) =>
        ipv6AddressFromBytes(bytes, offset + 8 + 16 * i),
      );
      if (routingType === 0 && segmentsLeft > listed)
        return fail("segments-left", offset + 3, "Segments Left");
      return ok({
        ...common,
        kind: "routing",
        routingType,
        segmentsLeft,
        data: header.subarray(4),
        addresses,
      });
    }
    default: {
      const options = parseIpv6Options(bytes.subarray(offset + 2, offset + length));
      if (!options.ok) return fail("option-length", offset + 2 + options.error.offset, "Opt Data Len");
      return ok({ ...common, kind: "options", options: options.value });
    }
  }
}

/** Type, length and data, but for Pad1, one byte (RFC 8200 §4.2). Offsets count from the start of `area`. */
export function parseIpv6Options(area: Uint8Array): Result<Ipv6Option[], "option-length"> {
  const options: Ipv6Option[] = [];
  for (let offset = 0; offset < area.length;) {
    const type = readU8(area, offset);
    if (type === 0) {
      options.push({ type, data: null });
      offset += 1;
      continue;
    }
    const end = offset + 2 + readU8(area, offset + 1);
    if (end > area.length) return fail("option-length", offset + 1, "Opt Data Len");
    options.push({ type, data: area.subarray(offset + 2, end) });
    offset = end;
  }
  return ok(options);
}
