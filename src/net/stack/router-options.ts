import { readU32, readU8, writeU32, writeU8 } from "../bytes/big-endian.ts";
import type { Ipv4Address } from "../wire/address.ts";
import { ipv4OptionFault, timestampFlag } from "../wire/ipv4-option-data.ts";
import { ipv4OptionType, parseIpv4Options, type PlacedIpv4Option } from "../wire/ipv4-options.ts";
import { ipv4MinimumHeader } from "../wire/ipv4.ts";

/** What routers check and write in the options of a packet (RFC 791 §3.1, RFC 1812 §5.3.13). */

const highestOverflow = 15;

/** The byte at fault, from the start of the header, as ICMP parameter problem points to it; null for sound options. */
export function optionProblem(area: Uint8Array): number | null {
  const parsed = parseIpv4Options(area);
  if (!parsed.ok) return ipv4MinimumHeader + parsed.error.offset;
  for (const option of parsed.value) {
    const at = problemIn(area, option);
    if (at !== null) return ipv4MinimumHeader + option.offset + at;
  }
  return null;
}

/** The byte at fault, from the start of the option: 1 its length, 2 its pointer, 3 the overflow of a Timestamp. */
function problemIn(area: Uint8Array, option: PlacedIpv4Option): number | null {
  const fault = ipv4OptionFault(option);
  if (fault !== null) return fault === "length" ? 1 : 2;
  const slot = slotBytes(area, option);
  if (slot === null) return null;
  const pointer = readU8(option.data, 0);
  if (pointer <= option.length) return pointer + slot - 1 > option.length ? 2 : null;
  const overflowAndFlag = readU8(option.data, 1);
  const counts = option.type === ipv4OptionType.timestamp && countsOverflow(overflowAndFlag);
  return counts && overflowAndFlag >>> 4 === highestOverflow ? 3 : null;
}

/** With prespecified addresses nobody lacks room: all who were named have written, and others write nothing. */
const countsOverflow = (overflowAndFlag: number): boolean =>
  (overflowAndFlag & 0xf) !== timestampFlag.prespecified;

/** Bytes that one router writes; null for options without a pointer. */
function slotBytes(area: Uint8Array, { type, offset }: PlacedIpv4Option): number | null {
  switch (type) {
    case ipv4OptionType.recordRoute:
    case ipv4OptionType.looseSourceRoute:
    case ipv4OptionType.strictSourceRoute:
      return 4;
    case ipv4OptionType.timestamp:
      return (readU8(area, offset + 3) & 0xf) === timestampFlag.timestampsOnly ? 4 : 8;
    default:
      return null;
  }
}

export type RouterMarks = {
  /** Of the interface that the packet came in by. */
  readonly arrival: Ipv4Address;
  /** Of the interface that it leaves by. */
  readonly departure: Ipv4Address;
  readonly own: readonly Ipv4Address[];
  /** Milliseconds since midnight UT. */
  readonly timestamp: number;
  /** Whether this router was the hop that the source route named. */
  readonly followsSourceRoute: boolean;
};

/** The options, sound ones, as they leave the router; lengths stay as they are. */
export function markOptions(area: Uint8Array, marks: RouterMarks): Uint8Array {
  const parsed = parseIpv4Options(area);
  const marked = area.slice();
  if (!parsed.ok) return marked;
  for (const option of parsed.value) {
    switch (option.type) {
      case ipv4OptionType.recordRoute:
        recordAddress(marked, option, marks.departure);
        break;
      case ipv4OptionType.looseSourceRoute:
      case ipv4OptionType.strictSourceRoute:
        if (marks.followsSourceRoute) recordAddress(marked, option, marks.departure);
        break;
      case ipv4OptionType.timestamp:
        stamp(marked, option, marks);
        break;
      default:
    }
  }
  return marked;
}

/** Writes at the pointer and moves it on; a full option stays as it is. */
function recordAddress(area: Uint8Array, { offset, length }: PlacedIpv4Option, address: Ipv4Address): void {
  const pointer = readU8(area, offset + 2);
  if (pointer + 3 > length) return;
  writeU32(area, offset + pointer - 1, address);
  writeU8(area, offset + 2, pointer + 4);
}

function stamp(area: Uint8Array, { offset, length }: PlacedIpv4Option, marks: RouterMarks): void {
  const pointer = readU8(area, offset + 2);
  const overflowAndFlag = readU8(area, offset + 3);
  if (pointer > length) {
    if (countsOverflow(overflowAndFlag)) writeU8(area, offset + 3, overflowAndFlag + 0x10);
    return;
  }
  const slot = offset + pointer - 1;
  switch (overflowAndFlag & 0xf) {
    case timestampFlag.timestampsOnly:
      writeU32(area, slot, marks.timestamp);
      writeU8(area, offset + 2, pointer + 4);
      break;
    case timestampFlag.withAddresses:
      writeU32(area, slot, marks.arrival);
      writeU32(area, slot + 4, marks.timestamp);
      writeU8(area, offset + 2, pointer + 8);
      break;
    case timestampFlag.prespecified:
      // Only for whom the sender named, by any of its addresses (RFC 1812 §5.3.13.5).
      if (!marks.own.includes(readU32(area, slot))) break;
      writeU32(area, slot + 4, marks.timestamp);
      writeU8(area, offset + 2, pointer + 8);
      break;
    default:
  }
}
