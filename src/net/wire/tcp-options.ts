import { readU16, readU32, readU8 } from "../bytes/big-endian.ts";
import { concatBytes } from "../bytes/byte-string.ts";
import { outOfRange } from "../bytes/range.ts";
import { fail, ok, type Result } from "../bytes/result.ts";

/** RFC 9293 §3.2: one byte (end of option list, no-operation), or kind, length of all of it, data. */
export const tcpOptionKind = {
  endOfOptionList: 0,
  noOperation: 1,
  maximumSegmentSize: 2,
  /** RFC 7323 §2.2. */
  windowScale: 3,
  /** RFC 2018 §2. */
  sackPermitted: 4,
  /** RFC 2018 §3. */
  sack: 5,
  /** RFC 7323 §3.2. */
  timestamps: 8,
} as const;

export type TcpOption = {
  readonly kind: number;
  /** What follows kind and length; empty for the two kinds of one byte. */
  readonly data: Uint8Array;
};

export type PlacedTcpOption = TcpOption & { readonly offset: number };

const isSingleByte = (kind: number): boolean =>
  kind === tcpOptionKind.endOfOptionList || kind === tcpOptionKind.noOperation;

/** Takes options apart, up to and including the end of the list. `length`: missing, below 2, or beyond the end. */
export function parseTcpOptions(area: Uint8Array): Result<PlacedTcpOption[], "length"> {
  const options: PlacedTcpOption[] = [];
  let offset = 0;
  while (offset < area.length) {
    const kind = readU8(area, offset);
    const length = isSingleByte(kind) ? 1 : readU8(area, offset + 1);
    if (!isSingleByte(kind) && (length < 2 || offset + length > area.length))
      return fail("length", offset, "Length");
    options.push({ kind, data: area.subarray(offset + Math.min(2, length), offset + length), offset });
    if (kind === tcpOptionKind.endOfOptionList) break;
    offset += length;
  }
  return ok(options);
}

/** Writes options one after the other, without padding; refuses more than 40 bytes in all. */
export function emitTcpOptions(options: readonly TcpOption[]): Result<Uint8Array, "out-of-range"> {
  const parts: Uint8Array[] = [];
  let offset = 0;
  for (const { kind, data } of options) {
    const fault = outOfRange([["Kind", offset, kind, 8]]);
    if (fault !== null) return fault;
    if (isSingleByte(kind) && data.length > 0) return fail("out-of-range", offset, "Data");
    const part = isSingleByte(kind) ? Uint8Array.of(kind) : Uint8Array.of(kind, 2 + data.length, ...data);
    if (offset + part.length > 40) return fail("out-of-range", offset, "Options");
    parts.push(part);
    offset += part.length;
  }
  return ok(concatBytes(...parts));
}

/** What the options of a segment say; what is not there is absent. */
export type TcpOptionValues = {
  readonly mss?: number;
  /** Shift count as sent; above 14 it counts as 14 (RFC 7323 §2.3). */
  readonly windowScale?: number;
  readonly sackPermitted?: true;
  /** Left and right edge of each block. */
  readonly sack?: readonly (readonly [number, number])[];
  readonly timestamps?: { readonly value: number; readonly echoReply: number };
};

/** Reads the options that this course knows; `length`: one of them has a length that its kind does not allow. */
export function readTcpOptions(options: readonly PlacedTcpOption[]): Result<TcpOptionValues, "length"> {
  let values: TcpOptionValues = {};
  for (const option of options) {
    const value = readOption(option);
    if (value === null) return fail("length", option.offset + 1, "Length");
    values = { ...values, ...value };
  }
  return ok(values);
}

/** The value of one option, nothing for one that is unknown, null for an impossible length. */
function readOption({ kind, data }: TcpOption): TcpOptionValues | null {
  switch (kind) {
    case tcpOptionKind.maximumSegmentSize:
      return data.length === 2 ? { mss: readU16(data, 0) } : null;
    case tcpOptionKind.windowScale:
      return data.length === 1 ? { windowScale: readU8(data, 0) } : null;
    case tcpOptionKind.sackPermitted:
      return data.length === 0 ? { sackPermitted: true } : null;
    case tcpOptionKind.timestamps:
      return data.length === 8
        ? { timestamps: { value: readU32(data, 0), echoReply: readU32(data, 4) } }
        : null;
    case tcpOptionKind.sack: {
      if (data.length === 0 || data.length % 8 !== 0) return null;
      const blocks = Array.from({ length: data.length / 8 }, (_, i) => 8 * i);
      return { sack: blocks.map((at) => [readU32(data, at), readU32(data, at + 4)] as const) };
    }
    default:
      return {};
  }
}
