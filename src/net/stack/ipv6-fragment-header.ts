import { readU16, readU32, readU8 } from "../bytes/big-endian.ts";

/** The Fragment header (RFC 8200 §4.5; the diagram is in wire/ipv6-extensions.ts), for one whose place is known. */
export type Ipv6FragmentHeader = {
  readonly nextHeader: number;
  /** In bytes, a multiple of 8. */
  readonly fragmentOffset: number;
  readonly more: boolean;
  /** 32 bits. */
  readonly identification: number;
};

export const ipv6FragmentHeaderBytes = 8;
/** Of the field Fragment Offset, from the start of the header. */
export const fragmentOffsetField = 2;

/** Reads the eight bytes at `offset`, which the caller knows to be there. */
export function parseIpv6FragmentHeader(bytes: Uint8Array, offset: number): Ipv6FragmentHeader {
  const offsetAndM = readU16(bytes, offset + fragmentOffsetField);
  return {
    nextHeader: readU8(bytes, offset),
    fragmentOffset: offsetAndM & 0xfff8,
    more: (offsetAndM & 1) === 1,
    identification: readU32(bytes, offset + 4),
  };
}
