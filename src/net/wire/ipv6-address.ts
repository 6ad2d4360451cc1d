import { readU32, writeU32 } from "../bytes/big-endian.ts";
import { formatIpv4Address, parseIpv4Address } from "./address.ts";

/** An IPv6 address is an unsigned 128-bit integer here, most significant byte first. */
export type Ipv6Address = bigint;

/**
 * Reads the three forms of RFC 4291 §2.2: eight groups of one to four hexadecimal digits, `::` once for one or more
 * groups of zeros, a dotted quad for the last two groups. No zone. Anything else gives null.
 */
export function parseIpv6Address(text: string): Ipv6Address | null {
  const halves = text.split("::");
  if (halves.length > 2) return null;
  const [left = "", right] = halves;
  const before = parseGroups(left, right === undefined);
  const after = right === undefined ? [] : parseGroups(right, true);
  if (before === null || after === null) return null;
  const missing = 8 - before.length - after.length;
  if (right === undefined ? missing !== 0 : missing < 1) return null;
  const groups = [...before, ...Array.from({ length: missing }, () => 0), ...after];
  return groups.reduce((address, group) => (address << 16n) | BigInt(group), 0n);
}

/** Groups between colons, none for an empty text; the last two may be written as a dotted quad. */
function parseGroups(text: string, mayEndInIpv4: boolean): number[] | null {
  if (text === "") return [];
  const parts = text.split(":");
  const groups: number[] = [];
  for (const [i, part] of parts.entries()) {
    if (/^[0-9a-fA-F]{1,4}$/.test(part)) {
      groups.push(Number.parseInt(part, 16));
      continue;
    }
    const quad = mayEndInIpv4 && i === parts.length - 1 ? parseIpv4Address(part) : null;
    if (quad === null) return null;
    groups.push(quad >>> 16, quad & 0xffff);
  }
  return groups;
}

/** The eight 16-bit groups. */
export const ipv6Groups = (address: Ipv6Address): number[] =>
  Array.from({ length: 8 }, (_, i) => Number((address >> BigInt(112 - 16 * i)) & 0xffffn));

/**
 * The canonical text by RFC 5952 §4: no leading zeros, lower case, `::` for the longest run of at least two zero
 * groups, the first of equal runs.
 */
export function formatIpv6Groups(address: Ipv6Address): string {
  const groups = ipv6Groups(address);
  const run = longestZeroRun(groups);
  const text = (part: readonly number[]): string => part.map((group) => group.toString(16)).join(":");
  if (run.length < 2) return text(groups);
  return `${text(groups.slice(0, run.start))}::${text(groups.slice(run.start + run.length))}`;
}

/** As `formatIpv6Groups`, but IPv4-mapped addresses end in a dotted quad (RFC 5952 §5): `::ffff:192.0.2.1`. */
export const formatIpv6Address = (address: Ipv6Address): string =>
  address >> 32n === 0xffffn
    ? `::ffff:${formatIpv4Address(Number(address & 0xffff_ffffn))}`
    : formatIpv6Groups(address);

function longestZeroRun(groups: readonly number[]): { start: number; length: number } {
  let best = { start: 0, length: 0 };
  let start = 0;
  for (const [i, group] of groups.entries()) {
    if (group !== 0) start = i + 1;
    else if (i + 1 - start > best.length) best = { start, length: i + 1 - start };
  }
  return best;
}

/** The sixteen bytes, in network byte order. */
export function ipv6AddressToBytes(address: Ipv6Address): Uint8Array {
  const bytes = new Uint8Array(16);
  for (let i = 0; i < 4; i++) writeU32(bytes, 4 * i, Number((address >> BigInt(96 - 32 * i)) & 0xffff_ffffn));
  return bytes;
}

/** The address that stands at `offset`. */
export function ipv6AddressFromBytes(bytes: Uint8Array, offset = 0): Ipv6Address {
  let address = 0n;
  for (let i = 0; i < 4; i++) address = (address << 32n) | BigInt(readU32(bytes, offset + 4 * i));
  return address;
}

/** Whether a value is an unsigned 128-bit integer. */
export const isIpv6Address = (value: bigint): boolean => value >= 0n && value < 1n << 128n;
