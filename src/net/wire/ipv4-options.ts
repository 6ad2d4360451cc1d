import { readU8 } from "../bytes/big-endian.ts";
import { concatBytes } from "../bytes/byte-string.ts";
import { outOfRange } from "../bytes/range.ts";
import { fail, ok, type Result } from "../bytes/result.ts";
import { ipv4MaximumOptions } from "./ipv4.ts";

/*
 * RFC 791 §3.1: an option is one byte (EOOL, NOP) or a type, a length that covers all of the option, and data.
 *
 *   0 1 2 3 4 5 6 7
 *  +-+---+---------+---------------+-----------------------
 *  |C|Cla|  Number |    Length     |  Data, Length - 2 bytes
 *  +-+---+---------+---------------+-----------------------
 */
export const ipv4OptionType = {
  endOfOptionsList: 0,
  noOperation: 1,
  recordRoute: 7,
  timestamp: 68,
  /** RFC 1393; deprecated by RFC 6814. */
  traceroute: 82,
  looseSourceRoute: 131,
  strictSourceRoute: 137,
  /** RFC 2113. */
  routerAlert: 148,
} as const;

const names = new Map<number, string>([
  [ipv4OptionType.endOfOptionsList, "EOOL"],
  [ipv4OptionType.noOperation, "NOP"],
  [ipv4OptionType.recordRoute, "RR"],
  [ipv4OptionType.timestamp, "TS"],
  [ipv4OptionType.traceroute, "TR"],
  [ipv4OptionType.looseSourceRoute, "LSR"],
  [ipv4OptionType.strictSourceRoute, "SSR"],
  [ipv4OptionType.routerAlert, "RTRALT"],
]);

export type Ipv4Option = {
  /** The whole first byte. */
  readonly type: number;
  /** What follows type and length, pointer included; empty for EOOL and NOP. */
  readonly data: Uint8Array;
};

export type PlacedIpv4Option = Ipv4Option & {
  /** Of the type byte, in bytes from the start of the options. */
  readonly offset: number;
  /** In bytes, type and length included. */
  readonly length: number;
};

/** IANA's short name of an option type (`RR`, `LSR`), or null. */
export const ipv4OptionName = (type: number): string | null => names.get(type) ?? null;

/** Whether every fragment carries the option. */
export const isCopied = (type: number): boolean => type >>> 7 === 1;

/** 0 control, 2 debugging and measurement. */
export const optionClass = (type: number): number => (type >>> 5) & 0b11;

export const optionNumber = (type: number): number => type & 0x1f;

/** EOOL and NOP are known by the whole byte; every other type has a length. */
export const isSingleByte = (type: number): boolean =>
  type === ipv4OptionType.endOfOptionsList || type === ipv4OptionType.noOperation;

/**
 * Takes the options of a header apart, up to and including EOOL; what follows EOOL is not looked at. `length`: a
 * length byte is missing, below 2, or runs past the end; the offset is that of the option. The data of an option is
 * judged by its own reader, see ipv4-option-data.ts.
 */
export function parseIpv4Options(area: Uint8Array): Result<PlacedIpv4Option[], "length"> {
  const options: PlacedIpv4Option[] = [];
  let offset = 0;
  while (offset < area.length) {
    const type = readU8(area, offset);
    const length = isSingleByte(type) ? 1 : readU8(area, offset + 1);
    if (!isSingleByte(type) && (length < 2 || offset + length > area.length)) {
      return fail("length", offset, "Option Length");
    }
    options.push({
      type,
      data: area.subarray(offset + Math.min(2, length), offset + length),
      offset,
      length,
    });
    if (type === ipv4OptionType.endOfOptionsList) break;
    offset += length;
  }
  return ok(options);
}

/** Writes options one after the other, without padding; refuses more than 40 bytes in all. */
export function emitIpv4Options(options: readonly Ipv4Option[]): Result<Uint8Array, "out-of-range"> {
  const parts: Uint8Array[] = [];
  let offset = 0;
  for (const { type, data } of options) {
    const fault = outOfRange([["Option Type", offset, type, 8]]);
    if (fault !== null) return fault;
    if (isSingleByte(type) && data.length > 0) return fail("out-of-range", offset, "Option Data");
    const part = isSingleByte(type) ? Uint8Array.of(type) : Uint8Array.of(type, 2 + data.length, ...data);
    if (offset + part.length > ipv4MaximumOptions) return fail("out-of-range", offset, "Options");
    parts.push(part);
    offset += part.length;
  }
  return ok(concatBytes(...parts));
}
