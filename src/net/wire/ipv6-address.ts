import { readU32, writeU32 } from "../bytes/big-endian.ts";
import { fail, ok, valueOrNull, type Result } from "../bytes/result.ts";
import { formatIpv4Address, readIpv4Address, type Ipv4TextError } from "./address.ts";

/** An IPv6 address is an unsigned 128-bit integer here, most significant byte first. */
export type Ipv6Address = bigint;

/**
 * `group`: not one to four hexadecimal digits. `compression`: a second `::`, or one that stands for no group.
 * `length`: not eight groups. Of a dotted quad at the end, its own codes. The offset counts characters.
 */
export type Ipv6TextError = "group" | "compression" | "length" | Ipv4TextError;

/**
 * Reads the three forms of RFC 4291 §2.2: eight groups of one to four hexadecimal digits, `::` once for one or more
 * groups of zeros, a dotted quad for the last two groups. No zone.
 */
export function readIpv6Address(text: string): Result<Ipv6Address, Ipv6TextError> {
  const gap = text.indexOf("::");
  const again = gap === -1 ? -1 : text.indexOf("::", gap + 1);
  if (again !== -1) return fail("compression", again);
  const before = readGroups(gap === -1 ? text : text.slice(0, gap), 0, gap === -1);
  if (!before.ok) return before;
  const after = gap === -1 ? ok([]) : readGroups(text.slice(gap + 2), gap + 2, true);
  if (!after.ok) return after;
  const missing = 8 - before.value.length - after.value.length;
  if (gap === -1 ? missing !== 0 : missing < 1) {
    return gap === -1 ? fail("length", text.length) : fail("compression", gap);
  }
  const groups = [...before.value, ...Array.from({ length: missing }, () => 0), ...after.value];
  return ok(groups.reduce((address, group) => (address << 16n) | BigInt(group), 0n));
}

/** The same for those who need no reason: null for what is no IPv6 address. */
export const parseIpv6Address = (text: string): Ipv6Address | null => valueOrNull(readIpv6Address(text));

/** Groups between colons, none for an empty text, which begins at `start`; the last two may be a dotted quad. */
function readGroups(text: string, start: number, mayEndInIpv4: boolean): Result<number[], Ipv6TextError> {
  if (text === "") return ok([]);
  const parts = text.split(":");
  const groups: number[] = [];
  let at = start;
  for (const [i, part] of parts.entries()) {
    if (/^[0-9a-fA-F]{1,4}$/.test(part)) groups.push(Number.parseInt(part, 16));
    else {
      if (!(mayEndInIpv4 && i === parts.length - 1 && part.includes("."))) return fail("group", at);
      const quad = readIpv4Address(part);
      if (!quad.ok) return fail(quad.error.code, at + quad.error.offset);
      groups.push(quad.value >>> 16, quad.value & 0xffff);
    }
    at += part.length + 1;
  }
  return ok(groups);
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
