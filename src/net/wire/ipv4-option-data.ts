import { readU16, readU32, readU8 } from "../bytes/big-endian.ts";
import { fail, ok, type Result } from "../bytes/result.ts";
import type { Ipv4Address } from "./address.ts";
import { ipv4OptionType, type Ipv4Option } from "./ipv4-options.ts";

/** Readers for the data of single options (RFC 791 §3.1). Offsets of errors count from the option's type byte. */

/** RR, LSR and SSR: a pointer and room for addresses. */
export type RouteData = {
  /** Place of the next slot, in bytes from the type byte, which is 1: the first slot is 4. */
  readonly pointer: number;
  readonly addresses: readonly Ipv4Address[];
  /** How many slots lie before the pointer. */
  readonly filled: number;
};

/** `length`: no pointer. `pointer`: before the first slot. */
export function parseRouteData(option: Ipv4Option): Result<RouteData, "length" | "pointer"> {
  const { data } = option;
  if (data.length < 1) return fail("length", 1, "Option Length");
  const pointer = readU8(data, 0);
  if (pointer < 4) return fail("pointer", 2, "Pointer");
  const addresses: Ipv4Address[] = [];
  for (let i = 1; i + 4 <= data.length; i += 4) addresses.push(readU32(data, i));
  return ok({ pointer, addresses, filled: Math.min(addresses.length, Math.floor((pointer - 4) / 4)) });
}

/** What a Timestamp option asks routers to write (RFC 791 §3.1): its flag, 4 bits. */
export const timestampFlag = { timestampsOnly: 0, withAddresses: 1, prespecified: 3 } as const;

export type TimestampData = {
  /** Place of the next slot, in bytes from the type byte, which is 1: the first slot is 5. */
  readonly pointer: number;
  /** How many hosts found no room, 4 bits. */
  readonly overflow: number;
  /** 4 bits. */
  readonly flag: number;
  /** Milliseconds since midnight UT; `address` is null when the flag says timestamps only. */
  readonly slots: readonly { readonly address: Ipv4Address | null; readonly timestamp: number }[];
};

/** `length`: no room for pointer and flags. `pointer`: before the first slot. */
export function parseTimestampData(option: Ipv4Option): Result<TimestampData, "length" | "pointer"> {
  const { data } = option;
  if (data.length < 2) return fail("length", 1, "Option Length");
  const pointer = readU8(data, 0);
  if (pointer < 5) return fail("pointer", 2, "Pointer");
  const flag = readU8(data, 1) & 0xf;
  const slots: { address: Ipv4Address | null; timestamp: number }[] = [];
  if (flag === timestampFlag.timestampsOnly) {
    for (let i = 2; i + 4 <= data.length; i += 4) slots.push({ address: null, timestamp: readU32(data, i) });
  } else {
    for (let i = 2; i + 8 <= data.length; i += 8) {
      slots.push({ address: readU32(data, i), timestamp: readU32(data, i + 4) });
    }
  }
  return ok({ pointer, overflow: readU8(data, 1) >>> 4, flag, slots });
}

/** The 16-bit value of a Router Alert: 0 asks every router to examine the packet (RFC 2113 §2.1). */
export function parseRouterAlertData(option: Ipv4Option): Result<number, "length"> {
  return option.data.length === 2 ? ok(readU16(option.data, 0)) : fail("length", 1, "Option Length");
}

/** The first fault in the data of an option that this course knows, or null; unknown options are taken as they are. */
export function ipv4OptionFault(option: Ipv4Option): "length" | "pointer" | null {
  const result = parseKnownData(option);
  return result === null || result.ok ? null : result.error.code;
}

function parseKnownData(option: Ipv4Option): Result<unknown, "length" | "pointer"> | null {
  switch (option.type) {
    case ipv4OptionType.recordRoute:
    case ipv4OptionType.looseSourceRoute:
    case ipv4OptionType.strictSourceRoute:
      return parseRouteData(option);
    case ipv4OptionType.timestamp:
      return parseTimestampData(option);
    case ipv4OptionType.routerAlert:
      return parseRouterAlertData(option);
    default:
      return null;
  }
}
