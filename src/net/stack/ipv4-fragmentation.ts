import { fail, ok, type Result } from "../bytes/result.ts";
import { isCopied, ipv4OptionType, parseIpv4Options } from "../wire/ipv4-options.ts";
import { ipv4Offsets, parseIpv4, type Ipv4ParseError } from "../wire/ipv4.ts";
import { emitChangedIpv4 } from "./ipv4-rewrite.ts";

/** `df`: it may not be cut. `mtu`: no room for a header and 8 bytes of data. */
export type Ipv4FragmentError = Ipv4ParseError | "df" | "mtu" | "out-of-range";

/**
 * Cuts a packet for a link that takes `mtu` bytes (RFC 791 §3.2); a packet that fits stays as it is. Each fragment
 * but the last has as much data as fits, a multiple of 8 bytes. A fragment may itself be cut: offsets count from the
 * start of the original datagram, and the last piece of it keeps its MF.
 */
export function fragmentIpv4(bytes: Uint8Array, mtu: number): Result<Uint8Array[], Ipv4FragmentError> {
  const parsed = parseIpv4(bytes);
  if (!parsed.ok) return parsed;
  const packet = parsed.value;
  const { payload, headerBytes, totalLength } = packet;
  if (totalLength <= mtu) return ok([bytes.subarray(0, totalLength)]);
  if (packet.df) return fail("df", ipv4Offsets.flagsAndFragmentOffset, "DF");
  const room = Math.floor((mtu - headerBytes) / 8) * 8;
  if (room < 8) return fail("mtu", ipv4Offsets.totalLength, "Total Length");

  const fragments: Uint8Array[] = [];
  for (let start = 0; start < payload.length; start += room) {
    const end = Math.min(start + room, payload.length);
    const fragment = emitChangedIpv4({
      ...packet,
      mf: packet.mf || end < payload.length,
      fragmentOffset: packet.fragmentOffset + start,
      options: start === 0 ? packet.options : optionsOfLaterFragment(packet.options),
      payload: payload.subarray(start, end),
    });
    if (!fragment.ok) return fragment;
    fragments.push(fragment.value);
  }
  return ok(fragments);
}

/**
 * The options without those that only the first fragment carries, the ones whose copied bit is clear. RFC 791 lets
 * the header shrink; here, as in Linux, NOPs take their place, so that all fragments have room for the same data.
 */
export function optionsOfLaterFragment(options: Uint8Array): Uint8Array {
  const parsed = parseIpv4Options(options);
  const later = options.slice();
  if (!parsed.ok) return later;
  for (const { type, offset, length } of parsed.value) {
    if (!isCopied(type) && type !== ipv4OptionType.endOfOptionsList) {
      later.fill(ipv4OptionType.noOperation, offset, offset + length);
    }
  }
  return later;
}
