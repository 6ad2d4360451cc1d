import { writeU16, writeU32, writeU8 } from "../bytes/big-endian.ts";
import { concatBytes } from "../bytes/byte-string.ts";
import { outOfRange } from "../bytes/range.ts";
import { fail, ok, type Result } from "../bytes/result.ts";
import { ipv6AddressToBytes, isIpv6Address, type Ipv6Address } from "./ipv6-address.ts";
import type { ExtensionHeader, Ipv6Option } from "./ipv6-extensions.ts";

type Emitted = Result<Uint8Array, "out-of-range">;

/** Writes a header as it was read; reserved bits become zero. */
export function emitExtensionHeader(header: ExtensionHeader): Emitted {
  switch (header.kind) {
    case "options":
      return emitOptionsHeader(header.nextHeader, header.options);
    case "routing":
      return emitRoutingHeader(header);
    case "fragment":
      return emitFragmentHeader(header);
    case "authentication":
      return emitAuthenticationHeader(header);
  }
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

/** Writes a Routing header (RFC 8200 §4.4); with `data` it must fill a multiple of 8 bytes. */
export function emitRoutingHeader(header: {
  readonly nextHeader: number;
  readonly routingType: number;
  readonly segmentsLeft: number;
  readonly data: Uint8Array;
}): Emitted {
  const { nextHeader, routingType, segmentsLeft, data } = header;
  const units = (4 + data.length) / 8 - 1;
  const fault = outOfRange([
    ["Next Header", 0, nextHeader, 8],
    ["Hdr Ext Len", 1, units, 8],
    ["Routing Type", 2, routingType, 8],
    ["Segments Left", 3, segmentsLeft, 8],
  ]);
  return fault ?? ok(Uint8Array.of(nextHeader, units, routingType, segmentsLeft, ...data));
}

/** The data of Routing headers of type 0 and 4: a word, which type 0 reserves, and addresses. */
export function routingAddresses(addresses: readonly Ipv6Address[], word = 0): Emitted {
  const fault = outOfRange([["type-specific data", 4, word, 32]]);
  if (fault !== null) return fault;
  const wrong = addresses.findIndex((address) => !isIpv6Address(address));
  if (wrong !== -1) return fail("out-of-range", 8 + 16 * wrong, `Address[${wrong + 1}]`);
  const first = new Uint8Array(4);
  writeU32(first, 0, word);
  return ok(concatBytes(first, ...addresses.map(ipv6AddressToBytes)));
}

/**
 * Writes an Authentication Header (RFC 4302 §2); its length counts words of 4 bytes, the first two not, and in IPv6 it
 * must fill a multiple of 8 bytes (§2.2), so the ICV has 4, 12, 20 … bytes, its padding included.
 */
export function emitAuthenticationHeader(header: {
  readonly nextHeader: number;
  readonly spi: number;
  readonly sequenceNumber: number;
  readonly icv: Uint8Array;
}): Emitted {
  const { nextHeader, spi, sequenceNumber, icv } = header;
  const words = (12 + icv.length) / 4;
  const fault = outOfRange([
    ["Next Header", 0, nextHeader, 8],
    ["Payload Len", 1, words - 2, 8],
    ["Security Parameters Index", 4, spi, 32],
    ["Sequence Number Field", 8, sequenceNumber, 32],
  ]);
  if (fault !== null) return fault;
  if (words % 2 !== 0) return fail("out-of-range", 1, "Payload Len");
  const bytes = new Uint8Array(12);
  writeU8(bytes, 0, nextHeader);
  writeU8(bytes, 1, words - 2);
  writeU32(bytes, 4, spi);
  writeU32(bytes, 8, sequenceNumber);
  return ok(concatBytes(bytes, icv));
}
