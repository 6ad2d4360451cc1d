import { readU16, readU32, readU8, writeU16, writeU32, writeU8 } from "../bytes/big-endian.ts";
import { outOfRange } from "../bytes/range.ts";
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
      /** Of types 0 (RFC 5095 deprecates it) and 4 (RFC 8754); others keep theirs to themselves. */
      readonly addresses: readonly Ipv6Address[];
    }
  | {
      readonly kind: "fragment";
      /** In bytes. */
      readonly fragmentOffset: number;
      readonly more: boolean;
      readonly identification: number;
    }
  | { readonly kind: "authentication" }
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
    case ipProtocol.ah:
      return ok({ ...common, kind: "authentication" });
    case ipProtocol.routing: {
      const routingType = readU8(bytes, offset + 2);
      const segmentsLeft = readU8(bytes, offset + 3);
      const listed = routingType === 0 || routingType === 4 ? Math.floor((length - 8) / 16) : 0;
      const addresses = Array.from({ length: listed }, (_, i) =>
        ipv6AddressFromBytes(bytes, offset + 8 + 16 * i),
      );
      if (routingType === 0 && segmentsLeft > listed)
        return fail("segments-left", offset + 3, "Segments Left");
      return ok({ ...common, kind: "routing", routingType, segmentsLeft, addresses });
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

/** Writes a Fragment header, 8 bytes, reserved bits zero. The offset is in bytes, a multiple of 8. */
export function emitFragmentHeader(header: {
  readonly nextHeader: number;
  readonly fragmentOffset: number;
  readonly more: boolean;
  readonly identification: number;
}): Result<Uint8Array, "out-of-range"> {
  const fault = outOfRange([
    ["Next Header", 0, header.nextHeader, 8],
    ["Fragment Offset", 2, header.fragmentOffset / 8, 13],
    ["Identification", 4, header.identification, 32],
  ]);
  if (fault !== null) return fault;
  const bytes = new Uint8Array(8);
  writeU8(bytes, 0, header.nextHeader);
  writeU16(bytes, 2, header.fragmentOffset | (header.more ? 1 : 0));
  writeU32(bytes, 4, header.identification);
  return ok(bytes);
}

/** Writes a Hop-by-Hop or Destination Options header; PadN fills it to a multiple of 8 bytes. */
export function emitOptionsHeader(
  nextHeader: number,
  options: readonly Ipv6Option[],
): Result<Uint8Array, "out-of-range"> {
  const area: number[] = [];
  for (const { type, data } of options) {
    const fault = outOfRange([
      ["Option Type", 2 + area.length, type, 8],
      ["Opt Data Len", 3 + area.length, data?.length ?? 0, 8],
    ]);
    if (fault !== null) return fault;
    if ((type === 0) !== (data === null)) return fail("out-of-range", 2 + area.length, "Option Type");
    area.push(type, ...(data === null ? [] : [data.length, ...data]));
  }
  const missing = (8 - ((area.length + 2) % 8)) % 8;
  if (missing === 1) area.push(0);
  else if (missing > 1) area.push(1, missing - 2, ...new Uint8Array(missing - 2));
  const units = (area.length + 2) / 8 - 1;
  const fault = outOfRange([
    ["Next Header", 0, nextHeader, 8],
    ["Hdr Ext Len", 1, units, 8],
  ]);
  return fault ?? ok(Uint8Array.of(nextHeader, units, ...area));
}
