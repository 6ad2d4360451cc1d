import { writeU16, writeU8 } from "../bytes/big-endian.ts";
import { concatBytes } from "../bytes/byte-string.ts";
import { fail, ok, type Result } from "../bytes/result.ts";
import { ipProtocol } from "../wire/ip-protocol.ts";
import { emitFragmentHeader } from "../wire/ipv6-extension-emit.ts";
import { ipv6HeaderBytes, ipv6Offsets, parseIpv6, type Ipv6ParseError } from "../wire/ipv6.ts";
import { ipv6FragmentHeaderBytes } from "./ipv6-fragment-header.ts";
import { perFragmentHeaders } from "./ipv6-per-fragment.ts";

/** `mtu`: no room for the Per-Fragment headers, a Fragment header and 8 bytes of data. */
export type Ipv6FragmentError = Ipv6ParseError | "mtu" | "out-of-range";

/**
 * Cuts a packet for a path that takes `mtu` bytes (RFC 8200 §4.5); a packet that fits stays as it is. Only the source
 * does this: routers answer "packet too big". Each fragment repeats the Per-Fragment headers and has a Fragment
 * header; each but the last has as much data as fits, a multiple of 8 bytes. `identification`: 32 bits, new for every
 * packet that is cut.
 */
export function fragmentIpv6(
  bytes: Uint8Array,
  mtu: number,
  identification: number,
): Result<Uint8Array[], Ipv6FragmentError> {
  const parsed = parseIpv6(bytes);
  if (!parsed.ok) return parsed;
  const packet = bytes.subarray(0, ipv6HeaderBytes + parsed.value.payloadLength);
  if (packet.length <= mtu) return ok([packet]);
  const cut = perFragmentHeaders(packet);
  if (!cut.ok) return cut;
  const { end, nextHeaderField, nextHeader } = cut.value;
  const room = Math.floor((mtu - end - ipv6FragmentHeaderBytes) / 8) * 8;
  if (room < 8) return fail("mtu", ipv6Offsets.payloadLength, "Payload Length");

  const head = packet.slice(0, end);
  writeU8(head, nextHeaderField, ipProtocol.fragment);
  const data = packet.subarray(end);
  const fragments: Uint8Array[] = [];
  for (let start = 0; start < data.length; start += room) {
    const part = data.subarray(start, start + room);
    const more = start + room < data.length;
    const header = emitFragmentHeader({ nextHeader, fragmentOffset: start, more, identification });
    if (!header.ok) return header;
    const fragment = concatBytes(head, header.value, part);
    writeU16(fragment, ipv6Offsets.payloadLength, fragment.length - ipv6HeaderBytes);
    fragments.push(fragment);
  }
  return ok(fragments);
}
